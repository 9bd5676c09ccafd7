import { Input, Segmented, Select } from 'antd'
import { useSession } from '../../../api/use-session.ts'
import { useStrings } from '../../../locale/strings.ts'
import { NAMED_ACTIONS, useActionName } from './action-names.ts'
import styles from './audit-filters.module.css'
import { strings } from './strings.ts'
import type { AuditQuestion } from './use-audit.ts'

type Props = {
  question: AuditQuestion
  onChange: (change: { scope?: string | null; subject?: string; action?: string }) => void
}

export function AuditFilters({ question, onChange }: Props) {
  const t = useStrings(strings)
  const actionName = useActionName()
  const isOwner = useSession().data?.user?.isOwner ?? false
  return (
    <div className={styles.filters}>
      {isOwner && (
        <Segmented
          value={question.scope}
          onChange={(scope) => onChange({ scope: scope === 'shop' ? null : scope })}
          options={[
            { value: 'shop', label: t.thisShop },
            { value: 'installation', label: t.installation },
          ]}
        />
      )}
      <Input.Search
        // Cleared or changed by a link or "back": the box shows what the list was asked.
        key={question.subject}
        className={styles.subject ?? ''}
        aria-label={t.subjectFilter}
        placeholder={t.subjectFilter}
        defaultValue={question.subject}
        allowClear
        onSearch={(subject) => onChange({ subject: subject.trim() })}
      />
      <Select
        className={styles.action ?? ''}
        aria-label={t.action}
        showSearch={{ optionFilterProp: 'label' }}
        value={question.action}
        onChange={(action) => onChange({ action })}
        options={[
          { value: '', label: t.actionFilter },
          ...NAMED_ACTIONS.map((action) => ({ value: action, label: actionName(action) })),
        ]}
      />
    </div>
  )
}
