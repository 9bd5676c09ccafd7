import type { BudgetLine, BudgetTable } from '@zhanggui/contract'
import { Alert, Button, Input, Modal, Select, Upload } from 'antd'
import { useEffect, useState } from 'react'
import type { Format } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { useBudgetCatalogue, useReadTable } from '../use-budget.ts'
import { BudgetTree } from './budget-tree.tsx'
import { treeStrings } from './tree-strings.ts'

const WIDTH = 980
const ACCEPTED = '.csv,.xlsx,.xls,.txt'

type Base = 'total' | 'parent' | 'period' | 'sales'
type Props = {
  at: PlanAt
  text: string
  lines: readonly BudgetLine[]
  /** The line that a link or click chose, to hang the table under. */
  under: string | null
  format: Format
  onTake: (lines: readonly BudgetLine[], under: { parentId: string } | 'replace') => void
  onClose: () => void
}

/** A block from Excel, or a file: read, shown with what was not understood, and only then taken into the draft. */
export function PasteDialog({ at, text, lines, under, format, onTake, onClose }: Props) {
  const t = useStrings(treeStrings)
  const [typed, setTyped] = useState(text)
  const [base, setBase] = useState<Base | null>('total')
  const read = useReadTable(at)
  const { mutate } = read
  useEffect(() => {
    if (text !== '') mutate({ text, base: 'total' })
  }, [text, mutate])
  const parent = lines.find((line) => line.id === under)
  const take = (where: { parentId: string } | 'replace') => {
    onTake(read.data?.lines ?? [], where)
    onClose()
  }
  const ready = (read.data?.lines.length ?? 0) > 0
  const footer = (
    <>
      <Button onClick={onClose}>{t.cancel}</Button>
      {parent && (
        <Button disabled={!ready} onClick={() => take({ parentId: parent.id })}>
          {t.appendTo(parent.name)}
        </Button>
      )}
      <Button type="primary" disabled={!ready} onClick={() => take('replace')}>
        {t.replaceAll}
      </Button>
    </>
  )
  return (
    <Modal open title={t.pasteTitle} width={WIDTH} onCancel={onClose} footer={footer}>
      <div className={stack.stack}>
        <p>{t.pasteHint}</p>
        <Input.TextArea
          aria-label={t.pasteTitle}
          autoSize={{ minRows: 4, maxRows: 10 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ReadBar
          base={base}
          busy={read.isPending}
          disabled={typed.trim() === ''}
          onBase={setBase}
          onRead={() => mutate({ text: typed, base })}
          onFile={(file) => mutate({ file, base })}
        />
        {read.isError && <Problem compact error={read.error} />}
        {read.data && <Preview table={read.data} format={format} />}
      </div>
    </Modal>
  )
}

type BarProps = {
  base: Base | null
  busy: boolean
  disabled: boolean
  onBase: (base: Base | null) => void
  onRead: () => void
  onFile: (file: File) => void
}

function ReadBar({ base, busy, disabled, onBase, onRead, onFile }: BarProps) {
  const t = useStrings(treeStrings)
  const names: Record<Base, string> = { total: t.total, parent: t.parent, period: t.periodBase, sales: t.sales }
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'center' }}>
      <span>{t.pasteBase}</span>
      <Select<Base | null>
        aria-label={t.pasteBase}
        value={base}
        onChange={onBase}
        style={{ minWidth: 120 }}
        options={[
          ...Object.entries(names).map(([value, label]) => ({ value: value as Base, label })),
          { value: null, label: t.noBase },
        ]}
      />
      <Button type="primary" ghost disabled={disabled} loading={busy} onClick={onRead}>
        {t.read}
      </Button>
      <Upload
        accept={ACCEPTED}
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file)
          return false
        }}
      >
        <Button>{t.chooseFile}</Button>
      </Upload>
    </div>
  )
}

function Preview({ table, format }: { table: BudgetTable; format: Format }) {
  const t = useStrings(treeStrings)
  const zh = useLanguage() === 'zh'
  return (
    <>
      {table.problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={table.problems.map((p) => (
            <div key={`${p.row}:${p.column}`}>
              {`${t.problemAt(String(p.row), String(p.column))}「${p.value}」${zh ? p.messageZh : p.messageEn}`}
            </div>
          ))}
        />
      )}
      <p>{t.readLines(String(table.lines.length))}</p>
      <BudgetTree
        lines={table.lines}
        workedOut={table.workedOut}
        catalogue={useBudgetCatalogue().data}
        year={0}
        format={format}
        editable={false}
        found={null}
        onChange={() => undefined}
        onAdd={() => undefined}
        onRemove={() => undefined}
      />
    </>
  )
}
