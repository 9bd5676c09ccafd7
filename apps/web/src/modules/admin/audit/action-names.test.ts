import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actionName, NAMED_ACTIONS } from './action-names.ts'

const SERVER = join(import.meta.dirname, '../../../../../server/src/modules')

/** Words that stand after `action:` in what is no entry of the trail. */
const ELSEWHERE = /action: '(\w+)' as const/g

function actionsOfTheServer(): Set<string> {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file))
  const texts = files.map((file) => readFileSync(join(SERVER, file), 'utf8').replaceAll(ELSEWHERE, ''))
  return new Set(texts.flatMap((text) => [...text.matchAll(/\baction: '([\w-]+)'/g)].map(([, action]) => action ?? '')))
}

test('every action that the server writes into the trail has a name in both languages', () => {
  const written = actionsOfTheServer()
  expect(written.size).toBeGreaterThan(40)
  expect([...written].filter((action) => !NAMED_ACTIONS.includes(action))).toEqual([])
  for (const action of NAMED_ACTIONS)
    expect([actionName(action, 'zh'), actionName(action, 'en')]).toEqual([
      expect.stringMatching(/[一-鿿]/),
      expect.stringMatching(/^[A-Z]/),
    ])
})
