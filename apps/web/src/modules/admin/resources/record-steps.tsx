import type { ResourceInfo, ResourceRow } from '@zhanggui/contract'
import { App, Button, Popconfirm } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import styles from './record-steps.module.css'
import { StateTag } from './resource-table.tsx'
import { strings } from './strings.ts'
import { type ResourceAt, useDeleteResource, useMoveResource } from './use-resources.ts'

type Props = {
  at: ResourceAt
  resource: ResourceInfo
  row: ResourceRow
  onMoved: (row: ResourceRow) => void
  onRemoved: () => void
}

/** Where a record stands in its life, the steps from there, and its removal. */
export function RecordSteps({ at, resource, row, onMoved, onRemoved }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { message } = App.useApp()
  const move = useMoveResource(at, row.id)
  const remove = useDeleteResource(at, row.id)
  const next = resource.states.find((state) => state.id === row.state)?.next ?? []
  const moved = (fresh: ResourceRow) => {
    onMoved(fresh)
    void message.success(t.moved)
  }
  const removed = () => {
    void message.success(t.removed)
    onRemoved()
  }
  return (
    <div className={styles.steps}>
      <StateTag resource={resource} row={row} />
      {resource.canWrite &&
        resource.states
          .filter((state) => next.includes(state.id))
          .map((state) => (
            <Button
              key={state.id}
              size="small"
              loading={move.isPending}
              onClick={() => move.mutate({ state: state.id, version: row.version }, { onSuccess: moved })}
            >
              {t.moveTo(nameOf(state, language))}
            </Button>
          ))}
      {resource.canWrite && (
        <Popconfirm
          title={t.removeConfirm}
          description={t.removeText}
          okText={t.remove}
          cancelText={t.cancel}
          onConfirm={() => remove.mutate(row.version, { onSuccess: removed })}
        >
          <Button size="small" danger loading={remove.isPending} className={styles.remove ?? ''}>
            {t.remove}
          </Button>
        </Popconfirm>
      )}
      {move.isError && <Problem compact error={move.error} />}
      {remove.isError && <Problem compact error={remove.error} />}
    </div>
  )
}
