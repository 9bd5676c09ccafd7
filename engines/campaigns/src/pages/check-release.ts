import { type Reason, reason } from '../reason.ts'
import { type CampaignPage, testsOfProof } from './campaign-page.ts'

/** Results of the newest test of each thing that failed. */
function openFailures(page: CampaignPage): string[] {
  const newest = new Map<string, boolean>()
  for (const { what, passed } of testsOfProof(page)) newest.set(what, passed)
  return [...newest].filter(([, passed]) => !passed).map(([what]) => what)
}

/** What keeps a page from being released at an instant: no page goes out without brief, proof and a passed test of that proof (P3.23). */
export function checkRelease(page: CampaignPage, now: string): Reason[] {
  const found: Reason[] = []
  if (page.brief === '')
    found.push(
      reason('no_brief', '还没有需求说明：先写清页面要做什么', 'There is no brief: say first what the page is for'),
    )
  if (!page.proof)
    found.push(
      reason('no_proof', '还没有设计稿：先提交设计稿链接', 'There is no proof: hand in the link to the design'),
    )
  else if (testsOfProof(page).length === 0)
    found.push(
      reason(
        'no_test',
        '这一稿没有测试记录：先在手机和电脑上测试并登记结果',
        'This proof has no test record: test it on phone and desktop and note the results',
      ),
    )
  for (const what of openFailures(page))
    found.push(
      reason(
        'test_failed',
        `“${what}”测试没有通过：修好后重新测试`,
        `"${what}" failed its test: repair it and test again`,
      ),
    )
  if (Date.parse(now) < Date.parse(page.releaseFrom))
    found.push(
      reason(
        'before_window',
        `上线窗口 ${page.releaseFrom} 才开始：到时再上线或改窗口`,
        `The release window opens at ${page.releaseFrom}: release then, or move the window`,
      ),
    )
  if (Date.parse(now) >= Date.parse(page.releaseUntil))
    found.push(
      reason(
        'after_window',
        `上线窗口 ${page.releaseUntil} 已结束：改窗口或不再上线`,
        `The release window closed at ${page.releaseUntil}: move it, or leave the page out`,
      ),
    )
  return found
}
