import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import type { SavedMapping } from '@zhanggui/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { importPaths } from '../imports/import-paths.ts'
import styles from '../imports/job-table.module.css'
import { useFormats } from '../imports/use-import-jobs.ts'
import { MappingColumns } from './mapping-columns.tsx'
import { mappingName } from './mapping-name.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { mappingStrings } from './strings.ts'
import { useForgetMapping } from './use-mappings.ts'

type Open = { what: 'columns' | 'rename'; saved: SavedMapping } | null

/** The mappings of a shop: what each reads, where it was used, and the ways to name and forget it. */
export function MappingTable({ store, mappings }: { store: string; mappings: readonly SavedMapping[] }) {
  const t = useStrings(mappingStrings)
  const format = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const forget = useForgetMapping(store)
  const nameIt = (saved: SavedMapping) => mappingName(saved, t.untitled)
  const columns: Column<SavedMapping>[] = [
    {
      key: 'name',
      title: t.name,
      render: (saved) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => setOpen({ what: 'columns', saved })}>
          {nameIt(saved)}
        </Button>
      ),
    },
    { key: 'format', title: t.format, render: ({ mapping }) => <FormatName id={mapping.format} /> },
    { key: 'columns', title: t.columns, render: ({ mapping }) => <ColumnCount mapping={mapping} /> },
    { key: 'uses', title: t.uses, render: (saved) => <Uses store={store} saved={saved} /> },
    {
      key: 'changed',
      title: t.changed,
      render: ({ updatedAt, updatedBy }) => (
        <>
          <PersonName person={updatedBy} /> {format.instant(updatedAt)}
        </>
      ),
    },
    {
      key: 'actions',
      title: t.actions,
      render: (saved) => (
        <Tools
          name={nameIt(saved)}
          onRename={() => setOpen({ what: 'rename', saved })}
          onForget={() => forget.mutate(saved)}
        />
      ),
    },
  ]
  const close = () => setOpen(null)
  return (
    <>
      {forget.isError && <Problem compact error={forget.error} />}
      <DataTable label={t.saved} columns={columns} rows={mappings} rowKey={({ fingerprint }) => fingerprint} />
      {open?.what === 'columns' && <MappingColumns saved={open.saved} name={nameIt(open.saved)} onClose={close} />}
      {open?.what === 'rename' && (
        <RenameDialog store={store} saved={open.saved} name={nameIt(open.saved)} onClose={close} />
      )}
    </>
  )
}

function FormatName({ id }: { id: string }) {
  const language = useLanguage()
  const known = useFormats().data?.find((format) => format.id === id)
  return <>{known ? nameOf(known, language) : id}</>
}

function ColumnCount({ mapping: { columns } }: Pick<SavedMapping, 'mapping'>) {
  const t = useStrings(mappingStrings)
  const format = useFormat()
  const used = columns.filter(({ field }) => field !== null).length
  return <>{t.columnsOf(format.count(used), format.count(columns.length))}</>
}

function Uses({ store, saved: { uses, lastUse } }: { store: string; saved: SavedMapping }) {
  const t = useStrings(mappingStrings)
  const format = useFormat()
  if (!lastUse) return <>{t.unused}</>
  return (
    <>
      {t.usesOf(format.count(uses))} ·
      <Link className={styles.link ?? ''} to={importPaths.job(store, lastUse.importId)}>
        {lastUse.file}
      </Link>
    </>
  )
}

function Tools({ name, onRename, onForget }: { name: string; onRename: () => void; onForget: () => void }) {
  const t = useStrings(mappingStrings)
  return (
    <>
      <Button
        type="text"
        icon={<EditOutlined aria-hidden />}
        aria-label={t.renameOf(name)}
        title={t.rename}
        onClick={onRename}
      />
      <Popconfirm
        title={t.forgetAsk(name)}
        description={t.forgetText}
        okText={t.forget}
        okButtonProps={{ danger: true }}
        onConfirm={onForget}
      >
        <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t.forgetOf(name)} title={t.forget} />
      </Popconfirm>
    </>
  )
}
