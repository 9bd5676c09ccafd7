import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { eventTypeName } from '../event-type-names.ts'
import { strings } from './strings.ts'

/** Steps of the visitor's way that no event tells of; without them a funnel has a hole. */
export function MissingEventTypes({ store, types }: { store: string; types: readonly string[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  if (types.length === 0) return null
  return (
    <Card
      title={t.eventTypes}
      note={t.eventTypesHint}
      extra={
        <Link to={`/stores/${store}/admin/event-keys`}>
          <Button tabIndex={-1}>{t.goKeys}</Button>
        </Link>
      }
    >
      <div>
        {types.map((type) => (
          <Tag key={type} color="warning">
            {eventTypeName(type)?.[language] ?? type}
          </Tag>
        ))}
      </div>
    </Card>
  )
}
