import type { Availability, ServiceLevel } from '@zhanggui/contract'
import { Form, Select } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureWords } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { ReasonForm } from './reason-form.tsx'
import { strings } from './strings.ts'
import { TitledTable } from './titled-table.tsx'
import { useSetLevel } from './use-availability.ts'

type Service = Availability['service']
type Step = Service['ladder'][number]
type Change = Service['changes'][number]

const LEVELS: readonly ServiceLevel[] = [0, 1, 2, 3]

/** What is left out under load, step by step, and who may ask for more. */
export function ServiceCard({ service }: { service: Service }) {
  const t = useStrings(strings)
  const maySteer = usePermissions().includes('trade:write')
  return (
    <Card title={t.ladder} note={t.ladderNote}>
      <div className={stack.stack}>
        <Ladder service={service} />
        {maySteer && <SetLevel service={service} />}
        <Changes changes={service.changes} />
      </div>
    </Card>
  )
}

function Ladder({ service: { ladder, level: now } }: { service: Service }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const columns: Column<Step>[] = [
    { key: 'level', title: t.level, render: ({ level }) => t[`level${level}`] },
    { key: 'what', title: t.leftOut, render: (step) => step[language] },
    {
      key: 'state',
      title: t.summary,
      render: ({ level }) => (
        <span style={{ color: now >= level ? 'var(--red)' : 'var(--green)' }}>
          {now >= level ? t.inForce : t.standing}
        </span>
      ),
    },
  ]
  return <DataTable columns={columns} rows={ladder} rowKey={({ level }) => String(level)} label={t.ladder} />
}

function SetLevel({ service }: { service: Service }) {
  const t = useStrings(strings)
  const setting = useSetLevel(useStoreId())
  const options = LEVELS.map((value) => ({ value, label: value === 0 ? t.byLoad : t[`level${value}`] }))
  return (
    <ReasonForm<{ level: ServiceLevel }>
      button={t.apply}
      isPending={setting.isPending}
      error={setting.error}
      initial={{ level: service.set?.level ?? 0 }}
      onSend={(input) => setting.mutate(input)}
    >
      <Form.Item name="level" label={t.setLevel}>
        <Select options={options} />
      </Form.Item>
    </ReasonForm>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (changes.length === 0) return <FigureWords>{t.noChanges}</FigureWords>
  const columns: Column<Change>[] = [
    { key: 'at', title: t.at, render: ({ at }) => format.instant(at) },
    {
      key: 'change',
      title: t.change,
      render: ({ levelFrom, levelTo }) => `${t[`level${levelFrom}`]} → ${t[`level${levelTo}`]}`,
    },
    { key: 'pressure', title: t.pressure, numeric: true, render: ({ pressure }) => format.percent(pressure) },
    { key: 'server', title: t.server, render: ({ server }) => server },
  ]
  return (
    <TitledTable title={t.changes} columns={columns} rows={changes} rowKey={({ at, server }) => `${at}${server}`} />
  )
}
