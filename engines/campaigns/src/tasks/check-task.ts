import { type Reason, reason } from '../reason.ts'
import type { CampaignTask, WithId } from './campaign-task.ts'

/** The names beside the accountable one who do the work: whoever is accountable may do it alone. */
const doers = ({ accountable, responsible }: CampaignTask): readonly string[] =>
  responsible.length > 0 ? responsible : [accountable]

/** Who answers for a task, and who works on it (P3.21). */
function checkRoles(task: CampaignTask): Reason[] {
  if (task.accountable === '')
    return [
      reason(
        'no_accountable',
        '任务没有负责人（A）：写上对结果负责的一个人',
        'The task has nobody accountable (A): name the one who answers for it',
      ),
    ]
  const both = doers(task).filter((name) => task.informed.includes(name))
  return both.map((name) =>
    reason(
      'informed_works_on_it',
      `“${name}”既执行又只被知会：从知会（I）里去掉`,
      `"${name}" works on it and is only informed: take the name out of I`,
    ),
  )
}

function checkDays({ startDay, dueDay }: CampaignTask): Reason[] {
  if (startDay === null || startDay <= dueDay) return []
  return [
    reason('starts_after_due', '开始日晚于截止日：改正其中一个', 'It starts after it is due: correct one of the days'),
  ]
}

function checkDependencies({ id, body }: WithId<CampaignTask>, others: ReadonlySet<string>): Reason[] {
  return body.dependsOn
    .filter((other) => other === id || !others.has(other))
    .map((other) =>
      reason(
        'unknown_dependency',
        `前置任务“${other}”不在这个活动里：换一个或去掉`,
        `It waits for "${other}", which is no task of this campaign: choose another or take it out`,
      ),
    )
}

/** What keeps a task from being written. `others`: ids of the tasks of the campaign. */
export const checkTask = (task: WithId<CampaignTask>, others: ReadonlySet<string>): Reason[] => [
  ...checkRoles(task.body),
  ...checkDays(task.body),
  ...checkDependencies(task, others),
]
