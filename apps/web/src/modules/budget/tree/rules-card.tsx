import type { BudgetCatalogue, BudgetRules, BudgetWorkedOut, PlanDetail } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import { nameOf as nameIn, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { amountFromText, shareFromText, shareText } from './amount-text.ts'
import { EditableCell } from './editable-cell.tsx'
import styles from './rules-card.module.css'
import { treeStrings } from './tree-strings.ts'

const WHOLE = 10_000
const CENTS = 100
const MILLI = 1000

type Props = {
  plan: PlanDetail
  rules: BudgetRules
  workedOut: BudgetWorkedOut | undefined
  catalogue: BudgetCatalogue | undefined
  format: Format
  editable: boolean
  onChange: (change: Partial<BudgetRules>) => void
}

/** How one figure is read, written for editing, and shown; the label names the unit where the figure does not. */
type Kind = {
  read: (text: string) => number | null | undefined
  text: (value: number | null) => string
  shown?: (value: number, format: Format) => string
}

const PERCENT: Kind = { read: shareFromText, text: shareText }
const MONEY: Kind = {
  read: amountFromText,
  text: (value) => (value === null ? '' : String(value / CENTS)),
  shown: (value, format) => format.exact(value, 'money'),
}
const MULTIPLE: Kind = {
  read: (text) => {
    const share = shareFromText(text)
    return typeof share === 'number' ? share * (MILLI / CENTS) : share
  },
  text: (value) => (value === null ? '' : String(value / MILLI)),
}
const COUNT: Kind = {
  read: (text) => (text.trim() === '' ? null : /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined),
  text: (value) => (value === null ? '' : String(value)),
}

function shownRule(kind: Kind, value: number | null, format: Format): string {
  return value !== null && kind.shown ? kind.shown(value, format) : kind.text(value)
}

type RuleName = Exclude<keyof BudgetRules, 'stages'>

/** The figures that the money obeys, and where the plan departs from its profile (X23). */
export function RulesCard({ plan, rules, workedOut, catalogue, format, editable, onChange }: Props) {
  const t = useStrings(treeStrings)
  const fields: [RuleName, string, Kind][] = [
    ['feeRatioMaxBp', t.feeRatioMax, PERCENT],
    ['cacMaxCents', t.cacMax, MONEY],
    ['preBurstShareBp', t.preBurstShare, PERCENT],
    ['preBurstDays', t.preBurstDays, COUNT],
    ['burstRemainderMinBp', t.burstRemainder, PERCENT],
    ['roiMinMilli', t.roiMin, MULTIPLE],
    ['roiMinClicks', t.roiMinClicks, COUNT],
    ['roiMinSpendCents', t.roiMinSpend, MONEY],
  ]
  return (
    <Card title={t.rules} note={t.rulesNote}>
      <dl className={styles.rules}>
        {fields.map(([name, label, kind]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <EditableCell
                shown={shownRule(kind, rules[name], format) || (editable ? '' : '–')}
                text={kind.text(rules[name])}
                label={label}
                editable={editable}
                fault={(text) => (kind.read(text) === undefined ? t.wrongShare : null)}
                onCommit={(text) => onChange({ [name]: kind.read(text) ?? null })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Differences plan={plan} workedOut={workedOut} catalogue={catalogue} format={format} />
    </Card>
  )
}

type DifferenceProps = Pick<Props, 'plan' | 'workedOut' | 'catalogue' | 'format'>

function Differences({ plan, workedOut, catalogue, format }: DifferenceProps) {
  const t = useStrings(treeStrings)
  const language = useLanguage()
  const found = workedOut?.profileDifferences ?? []
  if (plan.profile === null) return <p className={styles.note}>{t.noProfile}</p>
  if (found.length === 0) return null
  const share = (bp: number) => format.percent(bp / WHOLE)
  const nameOf = (id: string | null) => {
    const channel = catalogue?.channels.find((one) => one.id === id)
    return channel ? nameIn(channel, language) : (id ?? '')
  }
  const profile = catalogue?.profiles.find((one) => one.id === plan.profile)
  return (
    <>
      <h3 className={styles.sub}>{`${t.profile}${profile ? `：${nameIn(profile, language)}` : ''}`}</h3>
      <ul className={styles.list}>
        {found.map((row) => (
          <li key={`${row.figure}:${row.channel}:${row.period}:${row.lineIds.join()}`}>
            {t.profileRow(
              `${nameOf(row.channel)}${row.period === 'year' ? '' : ` ${row.period}`}`,
              share(row.expectedBp),
              share(row.foundBp),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
