import { defineStrings } from '../../../../locale/strings.ts'

export const reportStrings = defineStrings(
  {
    title: '按时率',
    note: '按时完成 ÷（按时完成 + 逾期）；还在时限内的和撤销的不算',
    byLadder: '按类型',
    byOwner: '按负责人',
    days: (n: string) => `近 ${n} 天`,
    what: '类型与步骤',
    who: '负责人',
    share: '按时率',
    kept: '按时',
    late: '逾期',
    open: '进行中',
    none: '这段时间没有时限',
    noneText: '开始过的时限会在这里统计按时率。',
  },
  {
    title: 'Share in time',
    note: 'In time ÷ (in time + late); what is still within its time and what was cancelled does not count',
    byLadder: 'By kind',
    byOwner: 'By owner',
    days: (n: string) => `Last ${n} days`,
    what: 'Kind and step',
    who: 'Owner',
    share: 'In time',
    kept: 'Kept',
    late: 'Late',
    open: 'Running',
    none: 'No deadline in this time',
    noneText: 'Deadlines that began are counted here.',
  },
)
