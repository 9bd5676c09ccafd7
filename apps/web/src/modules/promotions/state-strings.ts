import { defineStrings } from '../../locale/strings.ts'

export const stateStrings = defineStrings(
  {
    draft: '草稿',
    checked: '已检查',
    waiting: '待审批',
    approved: '已批准',
    active: '进行中',
    ended: '已结束',
    stopped: '已停用',
  },
  {
    draft: 'Draft',
    checked: 'Checked',
    waiting: 'Waiting',
    approved: 'Approved',
    active: 'Active',
    ended: 'Ended',
    stopped: 'Stopped',
  },
)
