import {
  addEvent,
  addRequest,
  addRow,
  addTask,
  both,
  changeEvent,
  changeRequest,
  changeRow,
  changeStage,
  changeTask,
} from '../edit-plan.ts'
import type { Defect } from '../planted-defects.ts'

const EVENTS: Readonly<Record<string, Defect>> = {
  'event-quarter-misplaced': { plant: changeEvent('eleven', { declaredQuarter: '2027-Q3' }) },
  'event-outside-year': { plant: addEvent({ id: 'e-next', fromDay: '2028-03-01', toDay: '2028-03-04' }) },
  'event-main-day-outside': { plant: changeEvent('birthday', { mainDay: '2027-09-20' }) },
  'event-occasion-unknown': { plant: addEvent({ id: 'e-nothing', occasionId: 'nothing' }) },
  'event-dates-differ': { plant: changeEvent('june', { mainDay: '2027-06-17' }) },
  'event-unlinked': {
    plant: both(
      addEvent({ id: 'e-99', kind: 'platform', name: '99划算节', fromDay: '2027-09-07', toDay: '2027-09-12' }),
      addTask({ id: 'e-99-task', title: '99 报名', eventId: 'e-99' }),
    ),
  },
  'event-owner-missing': { plant: addEvent({ id: 'e-nobody', owner: null }) },
  'event-repeated': { plant: addEvent({ id: 'e-twin-1', name: '春日市集' }, { id: 'e-twin-2', name: '春日市集' }) },
  'event-without-tasks': {
    plant: addEvent({
      id: 'e-38',
      occasionId: 'women38',
      kind: 'platform',
      name: '38 节',
      mainDay: '2027-03-08',
      fromDay: '2027-03-04',
      toDay: '2027-03-10',
    }),
  },
  'own-events-overlap': {
    plant: addEvent({ id: 'e-lap', kind: 'shop', fromDay: '2027-08-20', toDay: '2027-08-26' }),
  },
}

const TASKS: Readonly<Record<string, Defect>> = {
  'task-owner-missing': { plant: addTask({ id: 'k-nobody', owner: ' ' }) },
  'task-due-missing': { plant: addTask({ id: 'k-undated', startDay: null, dueDay: null }) },
  'task-overdue': { plant: addTask({ id: 'k-late', startDay: null, dueDay: '2026-12-01' }) },
  'task-outside-year': { plant: addTask({ id: 'k-next', period: '2028-01' }) },
  'task-due-outside-period': { plant: addTask({ id: 'k-after', dueDay: '2027-02-03' }) },
  'task-before-dependency': { plant: changeTask('june-page', { startDay: '2027-04-20' }) },
  'task-after-event': { plant: addTask({ id: 'k-tardy', eventId: 'june', period: '2027-Q2', dueDay: '2027-06-23' }) },
  'task-evidence-missing': { plant: addTask({ id: 'k-unseen', evidence: '' }) },
  'task-repeated': { plant: addTask({ id: 'k-1', title: '核对标题' }, { id: 'k-2', title: '核对标题' }) },
}

const REQUESTS: Readonly<Record<string, Defect>> = {
  'request-text-empty': { plant: addRequest({ id: 'r-empty', text: ' ' }) },
  'request-due-missing': { plant: addRequest({ id: 'r-undated', dueDay: null }) },
  'request-owner-missing': { plant: addRequest({ id: 'r-nobody', owner: null }) },
  'request-amount-missing': { plant: changeRequest('june-funds', { amountCents: null }) },
  'request-outside-year': { plant: addRequest({ id: 'r-next', period: '2028-01' }) },
}

const TABLE: Readonly<Record<string, Defect>> = {
  'table-period-repeated': { plant: addRow({ id: 't-again' }) },
  'table-row-outside-year': { plant: addRow({ id: 't-old', period: '2026-12' }) },
  'table-target-blank': { plant: addRow({ id: 't-blank', period: '2027-Q1', target: ' ' }) },
  'table-months-missing': { plant: changeRow('r5', { period: '2027-07' }) },
}

const STAGES: Readonly<Record<string, Defect>> = {
  'stage-criteria-missing': { plant: changeStage('s2', { criteria: [] }) },
  'stage-metric-unknown': {
    plant: changeStage('s1', { criteria: [{ metric: 'nothing', op: 'atLeast', value: 1, scope: {} }] }),
  },
  'stages-overlap': {
    plant: (plan) => {
      const [first] = plan.stages
      if (first) plan.stages.push({ ...first, id: 's-lap', name: '冲刺', fromDay: '2027-06-01', criteria: [CRITERION] })
    },
  },
  'stage-outside-contract': {
    plant: (plan) =>
      void plan.stages.push({
        id: 's-early',
        name: '筹备',
        fromDay: '2026-01-01',
        toDay: '2026-06-01',
        criteria: [CRITERION],
      }),
  },
}

const CRITERION = { metric: 'paid', op: 'atLeast', value: 1, scope: {} } as const

export const CALENDAR_DEFECTS: Readonly<Record<string, Defect>> = {
  ...EVENTS,
  ...TASKS,
  ...REQUESTS,
  ...TABLE,
  ...STAGES,
}
