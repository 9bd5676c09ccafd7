import type { ReservoirView } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Panel } from '../../../../parts/panel.tsx'
import type { CampaignAt } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import { deskStrings } from './strings.ts'
import { useReservoir } from './use-desk.ts'

const HEIGHT = 180

/** Who was gathered before the burst, what they will bring, and what is missing to the target. */
export function ReservoirCard({ at }: { at: CampaignAt }) {
  const t = useStrings(deskStrings)
  return (
    <Panel<ReservoirView> title={t.reservoir} note={t.reservoirNote} query={useReservoir(at)} height={HEIGHT}>
      {(view) => <Sources view={view} />}
    </Panel>
  )
}

function Sources({ view }: { view: ReservoirView }) {
  const t = useStrings(deskStrings)
  const format = useFormat()
  const { sources, buyers, buyersError, paidCents, missingCents, missingPeople } = view
  const nameOf = (id: string): string => (id === 'cart' ? t.cart : id === 'favourite' ? t.favourite : t.visit)
  return (
    <ul className={styles.list}>
      {sources.map(({ id, people, before }) => {
        const more = missingPeople.find((one) => one.id === id)?.people
        return (
          <li key={id} className={styles.row}>
            <span>
              {nameOf(id)} <span className={styles.note}>{t.people(format.count(people))}</span>
            </span>
            <span className={styles.note}>
              {before.people > 0 && t.share(format.percent(before.buyers / before.people))}
              {more != null && more > 0 && ` · ${t.more(format.count(more))}`}
            </span>
          </li>
        )
      })}
      {missingCents === null ? (
        <li className={styles.note}>{t.noBasis}</li>
      ) : (
        <>
          {buyers !== null && buyersError !== null && (
            <li className={styles.row}>
              <span>{t.expectedBuyers}</span>
              <span data-value={buyers}>
                {t.plusMinus(format.count(Math.round(buyers)), format.count(Math.ceil(buyersError)))}
              </span>
            </li>
          )}
          <li className={styles.row}>
            <span>{t.forecast}</span>
            <span data-value={paidCents}>{format.short(paidCents, 'money')}</span>
          </li>
          <li className={styles.row}>
            <span>{t.missing}</span>
            <span className={missingCents > 0 ? styles.bad : styles.good} data-value={missingCents}>
              {missingCents > 0 ? format.short(missingCents, 'money') : t.reached}
            </span>
          </li>
        </>
      )}
    </ul>
  )
}
