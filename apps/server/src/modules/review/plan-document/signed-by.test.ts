import { expect, test } from 'vitest'
import { signedBy } from './signed-by.ts'

const names = new Map([['user:1', '王店长 <owner@shop.cn>']])

test.each([
  ['a person by name, without the address', 'user:1', '王店长', '王店长'],
  ['somebody who was forgotten keeps the id', 'user:2', 'user:2', 'user:2'],
  ['the demo, which nobody made', 'system', '系统', 'The system'],
  ['the shell', 'cli:root', '命令行', 'Command line'],
])('%s', (_, actor, zh, en) => {
  expect([signedBy(actor, names, 'zh'), signedBy(actor, names, 'en')]).toEqual([zh, en])
})
