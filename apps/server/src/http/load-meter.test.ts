import { expect, test } from 'vitest'
import { createLoadMeter } from './load-meter.ts'

const busy = (share: number) => () => ({ idle: 0, active: 0, utilization: share })

test('the last minute is counted, and what is older is forgotten', () => {
  let now = 100
  const meter = createLoadMeter(() => now, busy(0.4))
  meter.observe({ status: 200, ms: 10 })
  now = 130.9
  for (let i = 1; i <= 100; i++) meter.observe({ status: i > 97 ? 503 : 200, ms: i })
  expect(meter.read()).toEqual({ seconds: 30, requests: 101, failures: 3, p95Ms: 95, saturation: 0.4 })
  now = 161
  expect(meter.read()).toMatchObject({ seconds: 60, requests: 100, failures: 3 })
  now = 200
  expect(meter.read()).toMatchObject({ requests: 0, failures: 0, p95Ms: null })
})

test('a reading without requests has no time to answer', () => {
  expect(createLoadMeter(() => 5, busy(0)).read()).toEqual({
    seconds: 1,
    requests: 0,
    failures: 0,
    p95Ms: null,
    saturation: 0,
  })
})
