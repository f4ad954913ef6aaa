const ORDER = ['working', 'backing-off', 'no-retries'];

/**
 * How many jobs are in which state, without those that no worker serves. Jobs that wait for another attempt are counted
 * apart by the number of attempts that they have left.
 */
export function countJobs(jobs) {
  const counts = new Map();
  for (const { state, retries: left } of jobs) {
    const retries = state === 'backing-off' ? left : null;
    const key = `${state} ${retries}`;
    counts.set(key, { state, retries, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()]
    .filter(({ state }) => ORDER.includes(state))
    .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || other.retries - one.retries);
}
