import { findPersonalData } from '../../../scan/personal-data.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const KINDS = { phone: '手机号', identity: '身份证号', email: '邮箱' } as const

/** Plans are copied, printed and sent to merchants; a person's number has no place in them. */
export const personalData = defineRule({
  id: 'personal-data',
  level: 'error',
  rows: ['P13.09'],
  find: (view) =>
    inTexts(view, (text) => findPersonalData(text).map(({ kind, masked }) => ({ kind, kindZh: KINDS[kind], masked }))),
  messageZh: ({ kindZh, masked }) => `写有个人${kindZh}：${masked}`,
  messageEn: ({ kind, masked }) => `A personal ${kind} is written out: ${masked}`,
  suggestionZh: '删除号码，只写岗位或姓名',
  suggestionEn: 'Remove it and name the role or the person',
})
