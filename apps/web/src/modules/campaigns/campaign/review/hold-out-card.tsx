import type { HoldOut } from '@zhanggui/contract'
import { Segmented } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import type { CampaignAt } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import { deskStrings } from '../desk/strings.ts'
import { useHoldOut } from '../desk/use-desk.ts'

const HEIGHT = 190
/** Shares of buyers left alone that are usual; basis points. */
const SHARES = [500, 1000, 2000] as const
const BASIS = 10_000

/** What the long tail brought beyond what buyers who were left alone paid anyway. */
export function HoldOutCard({ at }: { at: CampaignAt }) {
  const t = useStrings(deskStrings)
  const format = useFormat()
  const { get, set } = useSearchState()
  const heldBp = SHARES.find((share) => String(share) === get('held')) ?? 1000
  const shares = (
    <Segmented
      aria-label={t.heldShare}
      value={heldBp}
      onChange={(share) => set({ held: share === 1000 ? null : String(share) }, { replace: true })}
      options={SHARES.map((value) => ({ value, label: format.percent(value / BASIS) }))}
    />
  )
  return (
    <Panel<HoldOut>
      title={t.holdOut}
      note={t.holdOutNote}
      extra={shares}
      query={useHoldOut(at, heldBp)}
      height={HEIGHT}
      isEmpty={({ treated, held }) => treated.people + held.people === 0}
      empty={<EmptyState title={t.noHoldOut} text={t.noHoldOutText} />}
    >
      {(result) => <Result result={result} />}
    </Panel>
  )
}

function Result({ result }: { result: HoldOut }) {
  const t = useStrings(deskStrings)
  const format = useFormat()
  const { treated, held, incrementalCents, lowCents, highCents } = result
  const isProven = lowCents !== null && lowCents > 0
  return (
    <ul className={styles.list}>
      <li className={styles.row}>
        <span>{t.gained}</span>
        <span className={isProven ? styles.good : undefined} data-value={incrementalCents ?? ''}>
          {format.short(incrementalCents, 'money')}
        </span>
        {lowCents !== null && highCents !== null && (
          <span className={styles.reasons}>
            {t.bounds(format.short(lowCents, 'money'), format.short(highCents, 'money'))}{' '}
            {isProven ? t.proven : t.notProven}
          </span>
        )}
      </li>
      {(
        [
          ['treated', treated],
          ['held', held],
        ] as const
      ).map(([group, { people, buyers, paidCents }]) => (
        <li key={group} className={styles.row} data-group={group}>
          <span>{t[group]}</span>
          <span className={styles.note}>
            {t.groupWords(format.count(people), format.count(buyers), format.short(paidCents, 'money'))}
          </span>
        </li>
      ))}
    </ul>
  )
}
