import type { ProgrammeEffect } from '@zhanggui/contract'
import { Button } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { type Format, useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { type ProgrammeAt, useFinish, useToDo } from '../use-programmes.ts'
import { strings } from './strings.ts'

const HEIGHT = 200

/** What has to be carried out: goods to ship, money to give back, people to remind. */
export function EffectsPanel({ at }: { at: ProgrammeAt }) {
  const t = useStrings(strings)
  const query = useToDo(at)
  const finish = useFinish(at)
  const mayWrite = usePermissions().includes('plan:write')
  const all = query.data ?? []
  const tickAll = mayWrite && all.length > 0 && (
    <Button loading={finish.isPending} onClick={() => finish.mutate(all.map(({ key }) => key))}>
      {t.doneAll}
    </Button>
  )
  return (
    <Panel<ProgrammeEffect[]>
      title={t.toDo}
      extra={tickAll}
      query={query}
      height={HEIGHT}
      isEmpty={(effects) => effects.length === 0}
      empty={<EmptyState title={t.nothingToDo} text={t.nothingToDoText} />}
    >
      {(effects) => (
        <>
          {finish.error && <Problem compact error={finish.error} />}
          <Effects effects={effects} onDone={mayWrite ? (key) => finish.mutate([key]) : null} />
        </>
      )}
    </Panel>
  )
}

type Words = { units: (items: string, n: string) => string; until: (day: string) => string }

function contentOf(effect: ProgrammeEffect, format: Format, words: Words): string {
  const { cents, points, titles, instruction, note, throughDay } = effect
  const goods = titles ? words.units(titles.join('、'), format.count(effect.units ?? 1)) : ''
  const figure = cents === undefined ? (points === undefined ? '' : format.count(points)) : format.exact(cents, 'money')
  const until = throughDay === undefined ? '' : words.until(format.longDay(throughDay))
  return [goods, figure, until, instruction, note].filter(Boolean).join(' · ')
}

type Props = { effects: readonly ProgrammeEffect[]; onDone: ((key: string) => void) | null }

function Effects({ effects, onDone }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<ProgrammeEffect>[] = [
    { key: 'kind', title: t.kind, render: ({ kind }) => t[kind] },
    { key: 'case', title: t.casesTab, render: ({ caseId }) => caseId },
    { key: 'about', title: t.about, render: (effect) => contentOf(effect, format, t) },
    { key: 'at', title: t.at, render: ({ at }) => format.instant(at) },
    {
      key: 'done',
      title: '',
      render: ({ key }) =>
        onDone && (
          <Button size="small" onClick={() => onDone(key)}>
            {t.done}
          </Button>
        ),
    },
  ]
  return <DataTable columns={columns} rows={effects} rowKey={(row) => row.key} label={t.toDo} />
}
