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
  say: (params, naming) => ({
    zh: `通知${naming('role', textParam(params, 'role'), 'zh')}“${textParam(params, 'words')}”`,
    en: `tell ${naming('role', textParam(params, 'role'), 'en')} “${textParam(params, 'words')}”`,
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
  say: (params, naming) => ({
    zh: `给${naming('role', textParam(params, 'role'), 'zh')}建任务“${textParam(params, 'words')}”，${numberParam(params, 'dueMinutes')} 分钟内完成`,
    en: `give ${naming('role', textParam(params, 'role'), 'en')} the task “${textParam(params, 'words')}”, due in ${numberParam(params, 'dueMinutes')} minutes`,
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
  say: (params, naming) => ({
    zh: `按“${naming('ladder', textParam(params, 'ladder'), 'zh')}”时限启动事件“${textParam(params, 'words')}”`,
    en: `open the incident “${textParam(params, 'words')}” on the clocks of ${naming('ladder', textParam(params, 'ladder'), 'en')}`,
  }),
}
