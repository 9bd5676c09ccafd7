import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROLES } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { ROLE_PERMISSIONS } from './role-permissions.ts'

const DOC = join(import.meta.dirname, '../../../../../docs/access.md')

test('the table of roles in the docs is the table that the server obeys', () => {
  const rows = ROLES.map((role) => {
    const { nameZh, side, permissions } = ROLE_PERMISSIONS[role]
    return `| ${role} | ${nameZh} | ${side} | ${role === 'owner' ? 'all, in every shop' : permissions.join(' ')} |`
  })
  const documented = readFileSync(DOC, 'utf8')
    .split('\n')
    .filter((line) => /^\| \w+ \| .*\|$/.test(line))
  expect(documented.slice(1)).toEqual(rows)
})
