import type { CampaignDetail, CampaignSummary, RunSheet } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome

beforeAll(async () => {
  home = await createCliHome()
  await home.json('store', 'create', 'alpha', '--name', '店铺')
})
afterAll(() => home.remove())

describe('zhanggui campaign', () => {
  test('[P3.15] a campaign from a template, its readiness and its refusal are said on the command line', async () => {
    const made = await home.json<CampaignDetail>(
      'campaign',
      'new',
      'alpha',
      '品类日',
      '--id',
      'cat',
      '--template',
      'categoryDay',
      '--day',
      '2027-09-16',
      '--lead',
      '李运营',
      '--target',
      '50000',
    )
    expect([made.id, made.targetCents, made.state]).toEqual(['cat', 5_000_000, 'draft'])
    const shown = await home.run('campaign', 'show', 'alpha', 'cat')
    expect(shown.stdout).toMatch(/✗ 活动要素齐全/)
    const refused = await home.run('campaign', 'next', 'alpha', 'cat')
    expect([refused.exitCode === 0, refused.stderr]).toEqual([false, expect.stringMatching(/人群/)])
  })

  test('[P3.18] the run sheet is a table in the order of its minutes, and work is noted with what shows it', async () => {
    const { lines } = await home.json<RunSheet>('campaign', 'run-sheet', 'alpha', 'cat')
    expect(lines.map(({ body }) => body.at)).toEqual(lines.map(({ body }) => body.at).toSorted())
    await home.json('campaign', 'do', 'alpha', 'cat', 'task', 'selection', 'finish', '--note', '选品表')
    const { campaigns } = await home.json<{ campaigns: CampaignSummary[] }>('campaign', 'list', 'alpha')
    expect(campaigns.map(({ id, tasks }) => [id, tasks.done])).toEqual([['cat', 1]])
  })

  test('[P3.26] [P4.15] [P9.11] initiatives, partners and ranks of a shop that has none are empty answers', async () => {
    expect(await home.json('campaign', 'initiatives', 'alpha')).toEqual({ initiatives: [] })
    expect(await home.json('partners', 'alpha')).toEqual({ partners: [] })
    expect(await home.json('ranks', 'alpha')).toMatchObject({ subjects: [] })
    const unknown = await home.run('partners', 'alpha', 'SF')
    expect([unknown.exitCode === 0, unknown.stderr]).toEqual([false, expect.stringMatching(/合作伙伴 SF/)])
  })
})
