import type { ClockBoard, ClockDetail, ClockView } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
beforeAll(async () => {
  home = await createCliHome()
  await home.json('store', 'create', 'shop')
})
afterAll(() => home.remove())

test('when something is due is told without a data folder: over lunch, a weekend, a holiday', async () => {
  const due = (...args: string[]) => home.json<{ dueAt: string }>('clocks', 'due', ...args)
  const office = ['--hours', '9:00-12:00,13:30-18:00']
  const from = (at: string) => ['--from', `${at}+08:00`]
  expect(await due(...from('2026-11-20T17:30:00'), '--target', '1h', ...office)).toEqual({
    dueAt: '2026-11-23T01:30:00.000Z',
  })
  expect(await due(...from('2026-09-30T17:00:00'), '--target', '1h1s', ...office)).toEqual({
    dueAt: '2026-10-08T01:00:01.000Z',
  })
  expect(await due(...from('2026-11-20T17:30:00'), '--target', '10s')).toEqual({ dueAt: '2026-11-20T09:30:10.000Z' })
  expect((await home.run('clocks', 'due', ...from('2026-11-20T17:30:00'), '--target', 'soon')).exitCode).toBe(2)
  expect((await home.run('clocks', 'due', '--from', '2026-11-20T17:30:00', '--target', '1h')).exitCode).toBe(2)
})

test('[P12.13] a deadline is started, paused, gone on with and done from the shell, and refuses what cannot be', async () => {
  const begin = ['clocks', 'start', 'shop', 'complaint', '--subject', 'order:1001', '--title', '少发一件']
  const { id } = await home.json<{ id: string }>(...begin)
  expect(await home.json(...begin)).toEqual({ id, created: false })
  const paused = await home.json<ClockView>('clocks', 'pause', 'shop', id, '--reason', 'customer', '--note', '等照片')
  expect(paused.steps[0]).toMatchObject({ state: 'paused', pausedFor: ['customer'] })
  const again = await home.run('clocks', 'pause', 'shop', id, '--reason', 'customer')
  expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('不必再暂停')])
  await home.json('clocks', 'resume', 'shop', id, '--reason', 'customer')
  expect((await home.json<ClockView>('clocks', 'done', 'shop', id, 'solution')).state).toBe('finished')
  const { events } = await home.json<ClockDetail>('clocks', 'show', 'shop', id)
  expect(events.map(({ kind, note }) => [kind, note])).toEqual([
    ['pause', '等照片'],
    ['resume', ''],
    ['done', ''],
  ])
  expect((await home.json<ClockBoard>('clocks', 'list', 'shop')).clocks).toEqual([])
  expect((await home.run('clocks', 'list', 'shop', '--state', 'all')).stdout).toContain('少发一件')
  expect((await home.run('clocks', 'report', 'shop', '--from', '2020-01-01', '--to', '2099-01-01')).stdout).toContain(
    '100',
  )
  expect((await home.run('clocks', 'duty', 'shop', '--from', '2026-11-16', '--to', '2026-11-17')).stdout).toContain(
    '无人值守',
  )
})
