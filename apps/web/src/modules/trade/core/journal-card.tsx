import type { CoreFigures } from '@zhanggui/contract'
import { Alert } from 'antd'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { micros } from '../../../format/micros.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'

const US_IN_MS = 1000

/** What would be there after a crash, and how long a restart would take. */
export function JournalCard({ figures }: { figures: CoreFigures }) {
  const t = useStrings(strings)
  return (
    <Card title={t.health} note={t.healthNote}>
      <dl className={styles.facts}>
        {useFacts(figures).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Warnings recovery={figures.recovery} />
    </Card>
  )
}

function useFacts({ backend, journal, snapshot, recovery, orders }: CoreFigures): [string, string][] {
  const t = useStrings(strings)
  const language = useLanguage()
  const { count, bytes } = useFormat()
  const instantOf = useShopInstant()
  const used = orders.held + orders.locked + orders.sold + orders.closed
  const facts: [string, string][] = [
    [t.backend, { memory: t.memory, journal: t.journalBackend, redis: t.redis }[backend]],
    [t.capacity, t.capacityText(count(used), count(orders.capacity))],
  ]
  if (journal) {
    facts.push([t.journal, t.journalText(count(journal.sequence), bytes(journal.bytes), count(journal.segments))])
    facts.push([t.toReplay, bytes(journal.bytesSinceSnapshot)])
    facts.push([t.snapshot, snapshot ? t.snapshotText(instantOf(snapshot.at), bytes(snapshot.bytes)) : t.noSnapshot])
  }
  if (recovery) {
    const took = micros(recovery.tookMs * US_IN_MS, language)
    facts.push([t.recovery, t.recoveryText(took, count(recovery.recordsReplayed))])
  }
  return facts
}

function Warnings({ recovery }: Pick<CoreFigures, 'recovery'>) {
  const t = useStrings(strings)
  if (!recovery) return null
  const { cutFile, damagedSnapshots } = recovery
  return (
    <>
      {cutFile && <Alert type="info" showIcon title={t.cut(cutFile)} />}
      {damagedSnapshots.length > 0 && (
        <Alert type="warning" showIcon title={t.damagedSnapshots(damagedSnapshots.join(', '))} />
      )}
    </>
  )
}
