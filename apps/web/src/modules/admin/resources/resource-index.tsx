import type { ResourceInfo } from '@zhanggui/contract'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { labelled, listed } from '../../../locale/punctuation.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import styles from './resource-index.module.css'
import { strings } from './strings.ts'

/** Every kind of record with the fields it holds. */
export function ResourceIndex({ store, resources }: { store: string; resources: readonly ResourceInfo[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const fieldsOf = (resource: ResourceInfo) =>
    listed(
      resource.fields.map((field) => nameOf(field, language)),
      language,
    )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.indexTitle} lead={t.indexLead} />
      <ul className={styles.kinds}>
        {resources.map((resource) => (
          <li key={resource.id}>
            <Link className={styles.kind} to={`/stores/${store}/admin/resources/${resource.id}`}>
              <span className={styles.name}>
                {nameOf(resource, language)} {!resource.canWrite && <Tag>{t.readOnly}</Tag>}
              </span>
              <span className={styles.fields}>{labelled(t.fields, fieldsOf(resource), language)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
