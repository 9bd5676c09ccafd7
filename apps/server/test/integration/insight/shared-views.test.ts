import type { ResourcePage } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

let app: FastifyInstance
let owner: Person
let maker: Person
let colleague: Person
let stranger: Person

const path = (store: string): string => `/v1/stores/${store}/resources/saved-views`
const view = (name: string, shared: boolean | null) => ({
  data: {
    name,
    query: { metrics: ['paid'], by: ['channel'] },
    settings: { search: 'metrics=paid&by=channel' },
    shared,
  },
})
const save = async (person: Person, name: string, shared: boolean | null): Promise<string> => {
  const answer = await person({ method: 'POST', url: path('alpha'), payload: view(name, shared) })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}
const seenBy = async (person: Person, store = 'alpha'): Promise<[unknown, boolean | undefined][]> => {
  const { rows } = (await person({ url: `${path(store)}?sort=name` })).json<ResourcePage>()
  return rows.map((row) => [row.data.name, row.mine])
}

beforeAll(async () => {
  ;({ app, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
  maker = await addPerson(app, owner, { store: 'alpha', role: 'analyst' })
  colleague = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  stranger = await addPerson(app, owner, { store: 'beta', role: 'operations' })
  await save(maker, 'a 渠道', true)
  await save(maker, 'b 草稿', null)
})

afterAll(() => app.close())

test('[P9.14] a shared view is opened by the whole shop and by nobody outside; the others stay with their maker', async () => {
  expect(await seenBy(maker)).toEqual([
    ['a 渠道', true],
    ['b 草稿', true],
  ])
  expect(await seenBy(colleague)).toEqual([['a 渠道', false]])
  expect(await seenBy(stranger, 'beta')).toEqual([])
})

test('only its maker changes or deletes a shared view', async () => {
  const { rows } = (await colleague({ url: path('alpha') })).json<ResourcePage>()
  const [shared] = rows
  const url = `${path('alpha')}/${shared?.id}`
  const change = { ...view('c 改名', true), version: shared?.version }
  expect((await colleague({ method: 'PUT', url, payload: change })).statusCode).toBe(404)
  expect((await colleague({ method: 'DELETE', url: `${url}?version=${shared?.version}` })).statusCode).toBe(404)
  expect((await maker({ method: 'PUT', url, payload: change })).statusCode).toBe(200)
  expect(await seenBy(colleague)).toEqual([['c 改名', false]])
})

test('two people may use one name; sharing ends when its maker ends it', async () => {
  const id = await save(colleague, 'c 改名', true)
  const [draft, ...namesakes] = await seenBy(maker)
  expect(draft).toEqual(['b 草稿', true])
  // Which of two equal names comes first is told by their ids, which are drawn.
  expect(new Set(namesakes.map(String))).toEqual(new Set(['c 改名,true', 'c 改名,false']))
  const ended = await colleague({
    method: 'PUT',
    url: `${path('alpha')}/${id}`,
    payload: { ...view('c 改名', false), version: 1 },
  })
  expect(ended.statusCode).toBe(200)
  expect(await seenBy(maker)).toHaveLength(2)
})
