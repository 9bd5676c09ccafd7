import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { DEFAULT_TOOLS } from './default-tools.ts'
import { findTools } from './find-tools.ts'
import { mapTool } from './map-tool.ts'
import { overlayTools } from './overlay-tools.ts'

const named = (name: string) => {
  const tool = DEFAULT_TOOLS.find((t) => t.name === name)
  if (!tool) throw new Error(name)
  return tool
}
const where = { tools: DEFAULT_TOOLS, platform: 'tmall', day: '2027-01-01' }

describe('the tool catalogue', () => {
  test.each([
    ['钻展', '万相台', 'retired'],
    ['超级推荐', '万相台', 'retired'],
    ['引力魔方', '万相台', 'retired'],
    ['淘抢购', '聚划算', 'retired'],
    ['QQ群', '企业微信', 'retired'],
    ['飘绿', null, 'retired'],
    ['京挑客', '淘宝客', 'elsewhere'],
  ])('%s in an old plan is %s today', (name, to, reason) => {
    expect(mapTool(named(name), where)).toMatchObject({ from: name, to, reason })
  })

  test('a tool that is used today needs no mapping, and a retired one needed none while it was there', () => {
    expect(mapTool(named('直通车'), where)).toBeNull()
    expect(mapTool(named('钻展'), { ...where, day: '2019-01-01' })).toBeNull()
  })

  test.each([
    ['聚划算、钻石展位', ['聚划算', '钻展']],
    ['用ＤＭＰ圈人，再投超级钻展', ['达摩盘', '钻展']],
    ['鑽展與淘搶購', ['钻展', '淘抢购']],
    ['EDMs 不是邮件工具名', ['邮件营销']],
    ['发短信和EDM', ['短信', '邮件营销']],
    ['没有工具', []],
  ])('“%s” names %j', (text, names) => {
    expect(findTools(text, DEFAULT_TOOLS).map(({ tool }) => tool.name)).toEqual(names)
  })

  test('a successor is in the catalogue, names and ids are each used once', () => {
    const names = DEFAULT_TOOLS.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(DEFAULT_TOOLS.map(({ id }) => id)).size).toBe(DEFAULT_TOOLS.length)
    for (const { successor } of DEFAULT_TOOLS) if (successor) expect(names).toContain(successor)
  })

  test('a row of the shop stands for the default of its name', () => {
    const own = { ...named('钻展'), endedDay: parseDay('2030-01-01') }
    const tools = overlayTools([own], DEFAULT_TOOLS)
    expect(tools.filter(({ name }) => name === '钻展')).toEqual([own])
    expect(tools).toHaveLength(DEFAULT_TOOLS.length)
  })

  test('successors that point at each other end in none', () => {
    const [a, b] = [
      { ...named('钻展'), id: 'a', name: '甲', successor: '乙' },
      { ...named('钻展'), id: 'b', name: '乙', successor: '甲' },
    ]
    expect(mapTool(a, { ...where, tools: [a, b] })).toMatchObject({ to: null })
  })
})
