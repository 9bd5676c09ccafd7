import { subjectsOf } from '../playbooks/change.ts'
import { type ActionType, cannot, changing, listParam } from './action-type.ts'

/** 熔断: the named promotions stop taking part in prices at once. Without names: those that the occasion is about. */
export const stopPromotion: ActionType = {
  id: 'stopPromotion',
  nameZh: '停用优惠',
  nameEn: 'Stop promotions',
  params: [{ key: 'promotions', zh: '优惠', en: 'promotions', kind: 'names', most: 50, initial: [] }],
  reads: ['promotion'],
  leastApproval: 'auto',
  plan: (params, world, { tags }) => {
    const named = new Set(listParam(params, 'promotions'))
    const wanted = named.size > 0 ? named : new Set(tags.promotion ? [tags.promotion] : [])
    if (wanted.size === 0) return cannot('noneNamed', '没有指明要停用的优惠', 'no promotion is named')
    const running = subjectsOf(world, 'promotion').filter(
      ({ subject, fields }) => wanted.has(subject.id) && fields.active === true,
    )
    if (running.length === 0) return cannot('noneRunning', '这些优惠都没有在生效', 'none of them is running')
    return changing(running.map(({ subject }) => ({ subject, field: 'active', before: true, after: false })))
  },
  say: (params) => {
    const names = listParam(params, 'promotions')
    return names.length > 0
      ? { zh: `停用优惠 ${names.join('、')}`, en: `stop promotions ${names.join(', ')}` }
      : { zh: '停用触发告警的优惠', en: 'stop the promotion that it is about' }
  },
}
