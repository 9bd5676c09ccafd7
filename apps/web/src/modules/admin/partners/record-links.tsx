import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import link from '../../../parts/link.module.css'
import styles from './partners.module.css'
import { strings } from './strings.ts'

const RECORDS = [
  ['partner-contracts', 'contracts'],
  ['partner-levels', 'levels'],
  ['partner-readings', 'readings'],
  ['partner-people', 'peopleRecords'],
] as const

/** Where contracts, levels, figures and people are written down. */
export function RecordLinks() {
  const t = useStrings(strings)
  const store = useStoreId()
  return (
    <nav className={styles.links} aria-label={t.open}>
      {RECORDS.map(([resource, word]) => (
        <Link className={link.link} key={resource} to={`/stores/${store}/admin/resources/${resource}`}>
          {t[word]}
        </Link>
      ))}
    </nav>
  )
}
