import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { Link } from 'react-router'
import { useStrings } from '../../../../locale/strings.ts'
import { openSearch, type SavedView } from './saved-view.ts'
import { viewStrings } from './strings.ts'
import styles from './view-list.module.css'

type Props = {
  heading: string
  views: readonly SavedView[]
  /** The view that is open now. */
  openId: string | null
  onOpen: () => void
  onEdit: (view: SavedView) => void
  onRemove: (view: SavedView) => void
}

/** Views under one heading; nothing at all when there are none. */
export function ViewList({ heading, views, openId, onOpen, onEdit, onRemove }: Props) {
  if (views.length === 0) return null
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <ul>
        {views.map((view) => (
          <li key={view.id} className={styles.row}>
            <ViewLink view={view} open={view.id === openId} onOpen={onOpen} />
            {view.mine && <ViewTools view={view} onEdit={onEdit} onRemove={onRemove} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ViewLink({ view, open, onOpen }: { view: SavedView; open: boolean; onOpen: () => void }) {
  const t = useStrings(viewStrings)
  return (
    <Link
      className={styles.view ?? ''}
      to={openSearch(view)}
      onClick={onOpen}
      {...(open ? { 'aria-current': 'page' as const } : {})}
    >
      {view.name}
      {view.mine && view.shared && <small className={styles.note}>{t.shared}</small>}
      {!view.mine && <small className={styles.note}>{t.by(view.by)}</small>}
    </Link>
  )
}

function ViewTools({ view, onEdit, onRemove }: { view: SavedView } & Pick<Props, 'onEdit' | 'onRemove'>) {
  const t = useStrings(viewStrings)
  return (
    <>
      <Button
        type="text"
        icon={<EditOutlined aria-hidden />}
        aria-label={t.renameOf(view.name)}
        title={t.rename}
        onClick={() => onEdit(view)}
      />
      <Popconfirm
        title={t.removeAsk(view.name)}
        description={view.shared ? t.removeShared : t.removeOwn}
        okText={t.remove}
        okButtonProps={{ danger: true }}
        onConfirm={() => onRemove(view)}
      >
        <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t.removeOf(view.name)} title={t.remove} />
      </Popconfirm>
    </>
  )
}
