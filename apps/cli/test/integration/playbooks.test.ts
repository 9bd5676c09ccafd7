import type { PlaybookInfo, PlaybookRunInfo } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
beforeAll(async () => {
  home = await createCliHome()
})
afterAll(() => home.remove())

test('shipped playbooks come into the shop in shadow, each a sentence; an event sets one off once, pausing stops it', async () => {
  await home.json('store', 'create', 'shop')
  await home.json('playbooks', 'library', 'shop', '--add', 'opinion-crisis', 'sold-out-swap')
  const { playbooks } = await home.json<{ playbooks: PlaybookInfo[] }>('playbooks', 'list', 'shop')
  expect(playbooks.map(({ id, body }) => [id, body.shadow])).toEqual([
    ['opinion-crisis', true],
    ['sold-out-swap', true],
  ])
  expect((await home.run('playbooks', 'list', 'shop')).stdout).toContain('发生“危机词集中出现”时，按“危机”时限启动事件')
  const event = ['playbooks', 'event', 'shop', 'crisis-words', '--id', 'post-1']
  expect(await home.json(...event)).toMatchObject({ duplicate: false })
  expect(await home.json(...event)).toMatchObject({ duplicate: true })
  await home.json('playbooks', 'pause', 'shop')
  expect(await home.json('playbooks', 'check', 'shop', 'opinion-crisis')).toMatchObject({
    decision: 'hold',
    reason: { zh: '自动动作已全部暂停' },
  })
  await home.json('playbooks', 'resume', 'shop')
  const { runs } = await home.json<{ runs: PlaybookRunInfo[] }>('playbooks', 'runs', 'shop')
  expect(runs.map(({ state }) => state)).toEqual(['shadow'])
  const refused = await home.run('playbooks', 'undo', 'shop', String(runs[0]?.id))
  expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('不能再操作')])
  expect(await home.json('playbooks', 'back-test', 'shop', 'opinion-crisis', '--days', '7')).toMatchObject({ acted: 1 })
})
