import { addGoal, addLine, addRequest, addTask, changeEvent, changeRequest, changeTask } from '../edit-plan.ts'
import type { Defect } from '../planted-defects.ts'

export const STRUCTURE_DEFECTS: Readonly<Record<string, Defect>> = {
  'id-repeated': { plant: addRequest({ id: 'samples' }), alone: true },
  'period-unknown': { plant: changeTask('peers', { period: '2027-13' }), alone: true },
  'day-unknown': { plant: changeRequest('samples', { dueDay: '2027-02-30' }), alone: true },
  'range-empty': { plant: changeEvent('birthday', { toDay: '2027-08-18' }), alone: true },
  'parent-unknown': { plant: addLine({ id: 'orphan', parentId: 'nobody', amountCents: 100 }), alone: true },
  'parent-circle': {
    plant: addGoal(
      { id: 'ring-1', metric: 'pv', parentId: 'ring-2', axis: 'channel' },
      { id: 'ring-2', metric: 'pv', parentId: 'ring-1', axis: 'channel' },
    ),
    alone: true,
  },
  'reference-unknown': { plant: addTask({ id: 'waits', dependsOn: ['nobody'] }), alone: true },
  'dependency-circle': {
    plant: addTask({ id: 'circle-1', dependsOn: ['circle-2'] }, { id: 'circle-2', dependsOn: ['circle-1'] }),
    alone: true,
  },
}
