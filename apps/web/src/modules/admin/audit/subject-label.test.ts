import { describe, expect, it } from 'vitest'
import { subjectLabel } from './subject-label.ts'

describe('subjectLabel', () => {
  it.each([
    [
      'a record by its name after the change',
      'tiers/1',
      { data: { name: '银卡' } },
      { data: { name: '金卡' } },
      '会员等级 金卡',
    ],
    ['a deleted record by its last name', 'products/1', { data: { title: '餐桌' } }, null, '商品 餐桌'],
    ['a plain record', 'stores/maoyi', null, { name: '茂易' }, '店铺 茂易'],
    ['a record without a name by the beginning of its id', 'sessions/0123456789', null, null, '会话 01234567'],
    ['a record whose id is words by all of them', 'playbooks/traffic-drop', null, null, '自动化 traffic-drop'],
    ['a kind of a later release under its own id', 'goals/7', null, null, 'goals 7'],
  ])('%s', (_, subject, before, after, expected) => {
    const { kind, name } = subjectLabel({ subject, before, after })
    expect(`${kind.zh} ${name}`).toBe(expected)
  })

  it('a declared record by the name of its kind', () => {
    const resources = [{ id: 'partners', nameZh: '合作方', nameEn: 'Partners' }]
    const entry = { subject: 'partners/1', before: null, after: { data: { name: '顺丰速运' } } }
    expect(subjectLabel(entry, resources)).toEqual({ kind: { zh: '合作方', en: 'Partners' }, name: '顺丰速运' })
  })

  it('a member by name and e-mail, though the trail itself keeps only the role', () => {
    const entry = { subject: 'members/0123456789', before: null, after: { role: 'finance' } }
    expect(subjectLabel({ ...entry, subjectName: '小周 <zhou@shop.cn>' }).name).toBe('小周 <zhou@shop.cn>')
    expect(subjectLabel({ ...entry, subjectName: null }).name).toBe('01234567')
  })
})
