import type { BudgetIssue, BudgetIssueCode } from './budget-issue.ts'

export type IssueText = { zh: string; en: string; suggestionZh: string; suggestionEn: string }

const money = (value: number | string | null | undefined): string => {
  if (typeof value !== 'number') return '–'
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const percent = (bp: number | string | null | undefined): string => (typeof bp === 'number' ? `${bp / 100} %` : '–')

type Figures = BudgetIssue['figures']

const off = (f: Figures, sign: 1 | -1): { zh: string; en: string } => {
  const bp = typeof f.residualBp === 'number' ? percent(f.residualBp * sign) : null
  const cents = typeof f.residualCents === 'number' ? money(f.residualCents * sign) : null
  const said = [bp, cents].filter((text) => text !== null).join(' = ')
  return { zh: said, en: said }
}

const TEXTS: Record<BudgetIssueCode, (f: Figures) => IssueText> = {
  duplicate_id: () => ({
    zh: '两行预算用了同一个编号。',
    en: 'Two budget lines have the same id.',
    suggestionZh: '给其中一行换一个编号。',
    suggestionEn: 'Give one of them another id.',
  }),
  unknown_parent: (f) => ({
    zh: `上级预算行“${f.parent}”不存在。`,
    en: `The parent line "${f.parent}" does not exist.`,
    suggestionZh: '选择一个现有的上级，或放到最上层。',
    suggestionEn: 'Choose an existing parent, or put the line at the top.',
  }),
  cycle: () => ({
    zh: '这些预算行互为上级，绕成了圈。',
    en: 'These lines are parents of one another.',
    suggestionZh: '把其中一行移到别处。',
    suggestionEn: 'Move one of them elsewhere.',
  }),
  too_deep: (f) => ({
    zh: `预算层级超过 ${f.limit} 层。`,
    en: `The tree is deeper than ${f.limit} levels.`,
    suggestionZh: '合并中间层级。',
    suggestionEn: 'Merge levels in between.',
  }),
  period_outside_parent: (f) => ({
    zh: `时间 ${f.period} 不在上级的 ${f.parentPeriod} 之内。`,
    en: `Its period ${f.period} is not within its parent's ${f.parentPeriod}.`,
    suggestionZh: '改正时间，或移到对应的上级。',
    suggestionEn: 'Correct the period, or move the line.',
  }),
  overlapping_periods: () => ({
    zh: '同一层按时间拆分的两行有重叠的日期，会重复计算。',
    en: 'Two lines of a split by time share days: the money would count twice.',
    suggestionZh: '改成不重叠的时间。',
    suggestionEn: 'Make the periods disjoint.',
  }),
  amount_not_set: () => ({
    zh: '既没有金额，也没有占比。',
    en: 'Neither an amount nor a share is given.',
    suggestionZh: '填写金额，或填写占比及其基数。',
    suggestionEn: 'Enter an amount, or a share with its base.',
  }),
  amount_too_large: (f) => ({
    zh: `金额 ${money(f.amountCents)} 大得不合理。`,
    en: `The amount ${money(f.amountCents)} is beyond reason.`,
    suggestionZh: '核对单位：是元，还是分、万元？',
    suggestionEn: 'Check the unit.',
  }),
  negative_amount: (f) => ({
    zh: `金额为负：${money(f.amountCents)}。`,
    en: `The amount is negative: ${money(f.amountCents)}.`,
    suggestionZh: '预算填正数；退款记在账本里。',
    suggestionEn: 'Budgets are positive; refunds belong in the ledger.',
  }),
  base_missing: (f) => ({
    zh: `占比合计 ${percent(f.sumBp)}，但没有说明是占什么的比例。`,
    en: `The shares add up to ${percent(f.sumBp)} but do not say of what.`,
    suggestionZh: '为每行选择基数：总预算、上级、当期或销售额。',
    suggestionEn: 'Choose a base for each: total, parent, period or sales.',
  }),
  ambiguous_shares: (f) => ({
    zh: `同层占比合计 ${percent(f.sumBp)}，超过 100 %，又没有说明基数：有不止一种读法。`,
    en: `Shares of one level add up to ${percent(f.sumBp)} without a base: there is more than one reading.`,
    suggestionZh: '打开“读法”，确认哪一种是原意。',
    suggestionEn: 'Open the readings and confirm the one that is meant.',
  }),
  base_unknown: (f) => ({
    zh: `占比的基数（${f.base}，${f.period}）没有数额，算不出金额。`,
    en: `The base of the share (${f.base}, ${f.period}) has no amount yet.`,
    suggestionZh: '先填写总预算、上级金额或该期的销售目标。',
    suggestionEn: 'Enter the total, the parent or the sales target of the period first.',
  }),
  share_amount_disagree: (f) => ({
    zh: `金额 ${money(f.amountCents)} 与占比 ${percent(f.shareBp)} 算出的 ${money(f.byShareCents)} 不一致。`,
    en: `The amount ${money(f.amountCents)} and the share ${percent(f.shareBp)} (${money(f.byShareCents)}) disagree.`,
    suggestionZh: '保留其一，或改到一致。',
    suggestionEn: 'Keep one of them, or make them agree.',
  }),
  unassigned: (f) => ({
    zh: `还有 ${off(f, 1).zh} 未分配。`,
    en: `${off(f, 1).en} is not assigned.`,
    suggestionZh: '分配给某一行，或加一行说明用途；系统不会自动按比例放大。',
    suggestionEn: 'Assign it, or add a line for it; shares are never scaled silently.',
  }),
  excess: (f) => ({
    zh: `超出 ${off(f, -1).zh}。`,
    en: `${off(f, -1).en} too much is given out.`,
    suggestionZh: '减少其中几行，或提高上级金额。',
    suggestionEn: 'Lower some lines, or raise the parent.',
  }),
}

/** What an issue says to a person, in both languages, with what to do. Money in major units by digits. */
export const describeIssue = (issue: BudgetIssue): IssueText => TEXTS[issue.code](issue.figures)
