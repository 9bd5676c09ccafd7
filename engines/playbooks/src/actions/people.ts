import { type ActionType, changing, numberParam, type ParamSpec, textParam } from './action-type.ts'

const ROLE: ParamSpec = { key: 'role', zh: '谁', en: 'who', kind: 'text', maxLength: 40, initial: 'operations' }
const WORDS: ParamSpec = { key: 'words', zh: '内容', en: 'words', kind: 'text', maxLength: 300, initial: '' }

export const notify: ActionType = {
  id: 'notify',
  nameZh: '通知',
  nameEn: 'Notify',
  params: [ROLE, WORDS],
  reads: [],
  leastApproval: 'auto',
  plan: (params) => {
    const words = textParam(params, 'words')
    return changing([], [{ kind: 'notify', role: textParam(params, 'role'), zh: words, en: words }])
  },
  say: (params) => ({
    zh: `通知${textParam(params, 'role')}“${textParam(params, 'words')}”`,
    en: `tell ${textParam(params, 'role')} “${textParam(params, 'words')}”`,
  }),
}

export const createTask: ActionType = {
  id: 'createTask',
  nameZh: '建任务',
  nameEn: 'Create a task',
  params: [
    ROLE,
    WORDS,
    { key: 'dueMinutes', zh: '限时', en: 'due in', kind: 'minutes', min: 1, max: 20_160, initial: 60 },
  ],
  reads: [],
  leastApproval: 'auto',
  plan: (params) => {
    const words = textParam(params, 'words')
    const dueMinutes = numberParam(params, 'dueMinutes')
    return changing([], [{ kind: 'task', role: textParam(params, 'role'), zh: words, en: words, dueMinutes }])
  },
  say: (params) => ({
    zh: `给${textParam(params, 'role')}建任务“${textParam(params, 'words')}”，${numberParam(params, 'dueMinutes')} 分钟内完成`,
    en: `give ${textParam(params, 'role')} the task “${textParam(params, 'words')}”, due in ${numberParam(params, 'dueMinutes')} minutes`,
  }),
}

export const openIncident: ActionType = {
  id: 'openIncident',
  nameZh: '启动事件并计时',
  nameEn: 'Open an incident with clocks',
  params: [
    { key: 'ladder', zh: '时限', en: 'ladder', kind: 'text', maxLength: 60, initial: 'crisis' },
    { ...WORDS, zh: '事由', en: 'subject' },
  ],
  reads: [],
  leastApproval: 'auto',
  plan: (params) => {
    const words = textParam(params, 'words')
    return changing([], [{ kind: 'incident', ladder: textParam(params, 'ladder'), zh: words, en: words }])
  },
  say: (params) => ({
    zh: `按“${textParam(params, 'ladder')}”时限启动事件“${textParam(params, 'words')}”`,
    en: `open the incident “${textParam(params, 'words')}” on the clocks of ${textParam(params, 'ladder')}`,
  }),
}
