import type { FeeRatioCheck } from '@zhanggui/contract'
import { Alert } from 'antd'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { amountFromText } from '../tree/amount-text.ts'
import type { PostValues } from './entry-of.ts'
import { ledgerStrings } from './ledger-strings.ts'

const WHOLE = 10_000

/** A commitment is money that leaves what is planned, whatever it is called. */
export function commitmentOf(values: PostValues | undefined): { lineId: string; amountCents: number } | null {
  if (!values?.lineId || !values.amount) return null
  const { kind, from, lineId } = values
  const commits = kind === 'commit' || ((kind === 'spend' || kind === 'accrue') && from === 'planned')
  const amountCents = amountFromText(values.amount) ?? 0
  return commits && amountCents > 0 ? { lineId, amountCents } : null
}

/** What the commitment being typed would do to the fee ratio. */
export function CeilingNote({ checks, format }: { checks: readonly FeeRatioCheck[]; format: Format }) {
  return (
    <>
      {checks
        .filter((check) => check.verdict === 'held' || check.verdict === 'within')
        .map((check) => (
          <OneCheck key={check.period} check={check} format={format} />
        ))}
    </>
  )
}

function OneCheck({ check, format }: { check: FeeRatioCheck; format: Format }) {
  const t = useStrings(ledgerStrings)
  const ceiling = check.ceilingBp === null ? '–' : format.percent(check.ceilingBp / WHOLE)
  const ratio = (value: number | null) => (value === null ? '–' : format.percent(value))
  const room = format.exact(Math.max(0, check.roomCents ?? 0), 'money')
  const basis = { actual: t.basisActual, forecast: t.basisForecast, target: t.basisTarget }[check.gmvBasis]
  if (check.verdict === 'within')
    return (
      <Alert
        type="info"
        title={`${format.period(check.period)} · ${t.checkOk(ratio(check.ratioAfter), ceiling)} ${basis}`}
      />
    )
  return (
    <Alert
      type="error"
      showIcon
      title={`${format.period(check.period)} · ${t.heldTitle}`}
      description={`${t.heldText(ratio(check.ratioBefore), ratio(check.ratioAfter), ceiling, room)} ${basis}`}
    />
  )
}
