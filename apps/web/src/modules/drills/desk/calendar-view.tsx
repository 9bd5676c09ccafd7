import type { DrillLesson, PlannedDrill } from '@zhanggui/contract'
import { Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { strings } from './strings.ts'
import { useCloseLesson, useDrillCalendar, useLessons } from './use-drills.ts'

const COLOURS: Record<PlannedDrill['state'], string> = {
  planned: 'default',
  due: 'warning',
  overdue: 'error',
  passed: 'success',
  failed: 'error',
}

/** Drills that campaigns have planned, and what drills have taught. */
export default function CalendarView() {
  const t = useStrings(strings)
  return (
    <div className={stack.stack}>
      <Panel
        title={t.planned}
        note={t.plannedText}
        query={useDrillCalendar()}
        height={240}
        isEmpty={(drills) => drills.length === 0}
        empty={<EmptyState title={t.noPlanned} text={t.noPlannedText} />}
      >
        {(drills) => <PlannedTable drills={drills} />}
      </Panel>
      <Panel
        title={t.openLessons}
        query={useLessons()}
        height={200}
        isEmpty={(lessons) => lessons.length === 0}
        empty={<EmptyState title={t.noOpenLessons} text={t.noOpenLessonsText} />}
      >
        {(lessons) => <LessonTable lessons={lessons} />}
      </Panel>
    </div>
  )
}

function PlannedTable({ drills }: { drills: readonly PlannedDrill[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const states: Record<PlannedDrill['state'], string> = {
    planned: t.plannedState,
    due: t.dueState,
    overdue: t.overdueState,
    passed: t.passedState,
    failed: t.failedState,
  }
  const columns: Column<PlannedDrill>[] = [
    { key: 'title', title: t.drill, width: 200, render: ({ title }) => title },
    { key: 'campaign', title: t.campaign, render: ({ campaignName }) => campaignName },
    { key: 'due', title: t.dueDay, render: ({ dueDay }) => format.longDay(dueDay) },
    { key: 'owner', title: t.owner, render: ({ owner }) => (owner === '' ? '–' : owner) },
    { key: 'state', title: t.state, render: ({ state }) => <Tag color={COLOURS[state]}>{states[state]}</Tag> },
    {
      key: 'hold',
      title: '',
      render: ({ campaign, entry, scenario, state }) =>
        mayWrite && state !== 'passed' ? (
          <Button
            size="small"
            onClick={() => set({ view: 'drills', plan: scenario === '' ? null : scenario, campaign, entry })}
          >
            {t.hold}
          </Button>
        ) : null,
    },
  ]
  return (
    <DataTable label={t.planned} columns={columns} rows={drills} rowKey={(one) => `${one.campaign}/${one.entry}`} />
  )
}

function LessonTable({ lessons }: { lessons: readonly DrillLesson[] }) {
  const t = useStrings(strings)
  const zh = useLanguage() === 'zh'
  const instantOf = useShopInstant()
  const mayWrite = usePermissions().includes('plan:write')
  const [closing, setClosing] = useState<DrillLesson | null>(null)
  const columns: Column<DrillLesson>[] = [
    { key: 'text', title: t.task, width: 360, render: (lesson) => (zh ? lesson.zh : lesson.en) },
    { key: 'plan', title: t.from, render: ({ planZh, planEn }) => (zh ? planZh : planEn) },
    { key: 'at', title: t.when, render: ({ at }) => instantOf(at) },
    {
      key: 'result',
      title: t.lessonResult,
      render: (lesson) =>
        lesson.result ??
        (mayWrite && (
          <Button size="small" onClick={() => setClosing(lesson)}>
            {t.closeLesson}
          </Button>
        )),
    },
  ]
  return (
    <>
      <DataTable label={t.openLessons} columns={columns} rows={lessons} rowKey={({ id }) => String(id)} pageSize={20} />
      {closing && <CloseDialog lesson={closing} onClose={() => setClosing(null)} />}
    </>
  )
}

function CloseDialog({ lesson, onClose }: { lesson: DrillLesson; onClose: () => void }) {
  const t = useStrings(strings)
  const close = useCloseLesson()
  return (
    <DialogForm<{ result: string }>
      title={t.closeLesson}
      open
      submitText={t.save}
      pending={close.isPending}
      error={close.error}
      onSubmit={({ result }) => close.mutate({ id: lesson.id, result }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="result" label={t.lessonResult} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </DialogForm>
  )
}
