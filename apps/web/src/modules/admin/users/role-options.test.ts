import { type RoleInfo, SIDES } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { permissionWords, roleOptions } from './role-options.ts'
import { strings } from './strings.ts'

const role = (id: RoleInfo['id'], side: RoleInfo['side'], permissions: string[] = []): RoleInfo => ({
  id,
  nameZh: id,
  nameEn: id,
  side,
  permissions,
})

describe('roles to choose from', () => {
  it('[P16.01] every role is offered under the side it stands on, and the owner is never offered', () => {
    const roles = [role('owner', 'agency'), role('merchant', 'merchant'), role('analyst', 'agency')]
    expect(roleOptions(roles, strings.zh, 'zh')).toEqual([
      { label: '运营方', options: [{ value: 'analyst', label: 'analyst' }] },
      { label: '商家', options: [{ value: 'merchant', label: 'merchant' }] },
    ])
  })

  it('no side is forgotten', () => {
    const labels = roleOptions(
      SIDES.map((side) => role('analyst', side)),
      strings.en,
      'en',
    ).map((group) => group.label)
    expect(labels).toHaveLength(SIDES.length)
  })

  it('a permission of a newer server shows under its own id', () => {
    expect(permissionWords(role('analyst', 'agency', ['data:import', 'goals:write']), 'zh')).toEqual([
      '导入数据',
      'goals:write',
    ])
  })
})
