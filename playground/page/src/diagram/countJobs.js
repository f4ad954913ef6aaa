const ORDER = ['working', 'stopped', 'backing-off', 'no-retries'];

/**
 * How many jobs are in which state, but for those that nobody serves. Jobs that wait for another attempt are told apart
 * by the attempts that they have left.
 *
 * @param stopped whether the connector runtime has ended, so that no job is worked
 */
export function countJobs(jobs, stopped) {
  const counts = new Map();
  for (const job of jobs) {
    const state = stopped && job.state === 'working' ? 'stopped' : job.state;
    const retries = state === 'backing-off' ? job.retries : null;
    const key = `${state} ${retries}`;
    counts.set(key, { state, retries, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()]
    .filter(({ state }) => ORDER.includes(state))
    .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || other.retries - one.retries);
}
