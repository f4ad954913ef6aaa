/** What the calls of Feishu's API do, as keys of texts by the names in the journal. */
export const CALLS = {
  token: 'call.token',
  publish: 'call.publish',
  websites: 'call.websites',
  'website-job-post': 'call.websiteJobPost',
  'website-job-posts': 'call.websiteJobPosts',
  'referral-job-post': 'call.referralJobPost',
  'referral-job-posts': 'call.referralJobPosts',
  'publish-records': 'call.publishRecords',
  jobs: 'call.jobs',
  job: 'call.job',
  'job-detail': 'call.jobDetail',
  'job-recruiter': 'call.jobRecruiter',
  'create-job': 'call.createJob',
  'open-job': 'call.openJob',
  'close-job': 'call.closeJob',
  'job-processes': 'call.jobProcesses',
  'job-types': 'call.jobTypes',
  'job-functions': 'call.jobFunctions',
  locations: 'call.locations',
  subjects: 'call.subjects',
  departments: 'call.departments',
  'user-ids': 'call.userIds',
  scopes: 'call.scopes',
  other: 'call.other',
};

/** What a person's browser asks for is no request of the connector. */
export const isOfConnector = ({ call, path }) => call !== 'careers-page' && path !== '/favicon.ico';
