import { PERMISSIONS, ROLES, SIDES } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { ROLE_PERMISSIONS, roleAllows, roleWithin } from './role-permissions.ts'

describe('roles', () => {
  test.each(ROLES)('[P16.01] %s stands on exactly one side and has a name in both languages', (role) => {
    const { side, nameZh, nameEn } = ROLE_PERMISSIONS[role]
    expect(SIDES).toContain(side)
    expect(nameZh).toMatch(/[\u4e00-\u9fff]/)
    expect(nameEn).toMatch(/^[A-Z]/)
  })

  test('[P16.01] every side has its role: agency, merchant, brand, platform manager, platform operator', () => {
    const sides = new Set(ROLES.map((role) => ROLE_PERMISSIONS[role].side))
    expect([...sides].toSorted()).toEqual(SIDES.toSorted())
  })

  test('the owner may do everything, and every role but the partner’s sees the shop and its figures', () => {
    expect(PERMISSIONS.filter((permission) => !roleAllows('owner', permission))).toEqual([])
    for (const role of ROLES.filter((one) => one !== 'partner'))
      expect(roleAllows(role, 'store:read') && roleAllows(role, 'metrics:read')).toBe(true)
  })

  test('[P4.15] a partner opens the workspace and nothing else', () => {
    expect(ROLE_PERMISSIONS.partner.permissions).toEqual(['partner:work'])
  })

  test('the platform’s manager only looks: no profit, no files, no changes', () => {
    expect(ROLE_PERMISSIONS.platform.permissions).toEqual(['store:read', 'metrics:read'])
  })

  test.each([
    ['content', 'operations', true],
    ['operations', 'content', false],
    ['finance', 'analyst', false],
    ['analyst', 'analyst', true],
    ['owner', 'operations', false],
  ] as const)('[P16.01] %s fits within %s: %s', (role, grantor, fits) => {
    expect(roleWithin(role, grantor)).toBe(fits)
  })
})
