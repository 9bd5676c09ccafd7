import { Button } from 'antd'
import { useState } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { entriesOf } from '../tasks/tasks-of.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { deskStrings } from './strings.ts'

/** Messages that are planned, in their order. */
export function ContactCard({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(deskStrings)
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const [isAdding, setAdding] = useState(false)
  const contacts = entriesOf(campaign, 'contact').toSorted((a, b) => (a.body.at < b.body.at ? -1 : 1))
  return (
    <Card
      title={t.contacts}
      note={t.contactsNote}
      extra={mayWrite && <Button onClick={() => setAdding(true)}>{t.addContact}</Button>}
    >
      {contacts.length === 0 && <EmptyState title={t.noContacts} />}
      <ul className={styles.list}>
        {contacts.map(({ id, body: { title, channel, audience, people, at: instant } }) => (
          <li key={id} className={styles.row} data-contact={id}>
            <span>
              {title}{' '}
              <span className={styles.note}>
                {t[channel]} · {audience}
                {people !== null && ` · ${t.people(format.count(people))}`}
              </span>
            </span>
            <span className={styles.clock}>{format.instant(instant, timeZone)}</span>
          </li>
        ))}
      </ul>
      {isAdding && <ContactDialog at={at} onClose={() => setAdding(false)} />}
    </Card>
  )
}
