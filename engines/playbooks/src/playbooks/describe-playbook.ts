import { actionType } from '../actions/index.ts'
import { describeCondition, type MetricWords, spanOf, type WordsIn } from '../conditions/describe-condition.ts'
import { type Naming, ownNames } from './names.ts'
import type { Approval, Limits, Playbook, Trigger } from './playbook.ts'

const APPROVAL_WORDS: Record<Approval, Record<WordsIn, string>> = {
  auto: { zh: '自动执行', en: 'without asking' },
  confirm: { zh: '一人确认后执行', en: 'after one person agrees' },
  twoPerson: { zh: '两人确认后执行', en: 'after two people agree' },
}

/** @example clockOf(605) // '10:05' */
const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Four and more times that are evenly apart are said as a rhythm. */
function timesOf(atMinutes: readonly number[], language: WordsIn): string {
  const sorted = atMinutes.toSorted((a, b) => a - b)
  const [first = 0, second = 0] = sorted
  const step = second - first
  const even = sorted.length > 3 && sorted.every((minute, i) => minute === first + i * step)
  if (!even) return sorted.map(clockOf).join(language === 'zh' ? '、' : ', ')
  const range = `${clockOf(first)}–${clockOf(sorted.at(-1) ?? 0)}`
  return language === 'zh' ? `${range} 每 ${spanOf(step, 'zh')}` : `${range} each ${spanOf(step, 'en')}`
}

function triggerWords(trigger: Trigger, metric: MetricWords, language: WordsIn, naming: Naming): string {
  switch (trigger.kind) {
    case 'condition': {
      const condition = describeCondition(trigger.condition, metric, language)
      return language === 'zh' ? `当${condition}时` : `When ${condition}`
    }
    case 'event':
      return language === 'zh'
        ? `发生“${naming('event', trigger.event, 'zh')}”时`
        : `When “${naming('event', trigger.event, 'en')}” happens`
    case 'schedule':
      return language === 'zh'
        ? `每天 ${timesOf(trigger.atMinutes, 'zh')}`
        : `Every day at ${timesOf(trigger.atMinutes, 'en')}`
  }
}

function limitWords({ cooldownMinutes, runsPerDay, changesPerRun, hours }: Limits, language: WordsIn): string {
  const span = spanOf(cooldownMinutes, language)
  const when = hours ? `${clockOf(hours.from)}–${clockOf(hours.to)}` : ''
  return language === 'zh'
    ? `${when ? `只在 ${when}，` : ''}两次至少隔 ${span}，每天最多 ${runsPerDay} 次，每次最多改 ${changesPerRun} 处`
    : `${when ? `only ${when}, ` : ''}at least ${span} apart, ${runsPerDay} times a day and ${changesPerRun} changes a time at most`
}

/** A playbook as one plain sentence. `metric` words the figure of its condition, `naming` the roles. */
export function describePlaybook(
  playbook: Playbook,
  metric: MetricWords,
  language: WordsIn,
  naming: Naming = ownNames,
): string {
  const { trigger, actions, approval, limits, shadow } = playbook
  const said = actions.map(({ type, params }) => actionType(type)?.say(params, naming)[language] ?? type)
  const when = triggerWords(trigger, metric, language, naming)
  const how = APPROVAL_WORDS[approval][language]
  const limit = limitWords(limits, language)
  if (language === 'zh') return `${when}，${said.join('；')}。${how}；${limit}。${shadow ? '目前只记录，不执行。' : ''}`
  return `${when}, ${said.join('; ')}. ${how[0]?.toUpperCase()}${how.slice(1)}; ${limit}.${shadow ? ' For now it only writes down what it would do.' : ''}`
}
