/** The steps of `requisition-to-live`. */

export const TITLE = '数据工程师';
const CHANNELS = ['内推平台 (Referral platform)', '社招官网 (Careers)'];
const LAST_DAY = { yyyy: '2099', mm: '03', dd: '31' };

/** The hiring manager asks for a job; nobody types an ID of Feishu. */
export async function requestJob(window) {
  const { people } = window;
  const { form } = people;
  await people.open('Request job');
  await form.choose('Submit for approval');
  await form.type('Title of the job', TITLE);
  await form.pick('Job type', '后端开发');
  await form.pick('Hiring process', '社招标准流程');
  await form.pick('Department', '研发中心');
  await form.tickFirst('Locations');
  for (const channel of CHANNELS) {
    await form.tick(channel);
  }
  await form.type('How many people', '1');
  await form.type('Pay from', '20');
  await form.type('Pay up to', '35');
  await form.type("Hiring manager's e-mail", 'wang.qiang@example.com');
  await form.typeDate('Last day', LAST_DAY);
  await form.type('What the job is about', 'Builds the data platform / 建设数据平台');
  await people.complete();
}

/** HR approves, and adds what only HR knows. */
export async function completeRequisition(window, code) {
  const { people } = window;
  await people.open('Approve and complete');
  await people.form.choose('Approve');
  await people.form.type('Code of the requisition', code);
  await people.form.type("Recruiter's e-mail", 'li.xue@example.com');
  await people.form.pick('Kind of employment', 'Full-time');
  await people.complete();
}
