import { expect, test } from 'vitest'
import { judgeLoad } from './judge-load.ts'

const calm = { seconds: 60, requests: 1000, failures: 0, p95Ms: 20, saturation: 0.2, memoryBytes: 1, queues: [] }

test.each([
  ['nothing near its limit', {}, 'calm'],
  ['the process at work seven tenths of the time', { saturation: 0.7 }, 'busy'],
  ['nine tenths', { saturation: 0.9 }, 'full'],
  ['a queue half full', { queues: [{ id: 'events', waiting: 50, capacity: 100 }] }, 'busy'],
  ['a queue nearly full beside an idle processor', { queues: [{ id: 'events', waiting: 80, capacity: 100 }] }, 'full'],
  ['one in a hundred failing', { failures: 10 }, 'busy'],
  ['one in twenty failing', { failures: 50 }, 'full'],
  ['the only answer failing says nothing', { requests: 1, failures: 1 }, 'calm'],
] as const)('[P7.09] %s is told', (_case, figures, verdict) => {
  expect(judgeLoad({ ...calm, ...figures, queues: [...('queues' in figures ? figures.queues : [])] })).toBe(verdict)
})
