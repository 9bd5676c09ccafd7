import { defineStrings } from '../../../../locale/strings.ts'

export const taskStrings = defineStrings(
  {
    add: '添加任务',
    edit: '修改',
    needed: '请填写',
    accountable: '负责人（A）',
    responsible: '执行（R）',
    consulted: '咨询（C）',
    informed: '知会（I）',
    start: '开始',
    dependsOn: '前置任务',
    deliverable: '交付物',
  },
  {
    add: 'Add a task',
    edit: 'Change',
    needed: 'Needed',
    accountable: 'Accountable (A)',
    responsible: 'Responsible (R)',
    consulted: 'Consulted (C)',
    informed: 'Informed (I)',
    start: 'Begins',
    dependsOn: 'Waits for',
    deliverable: 'Deliverable',
  },
)
