import { defineStrings } from '../../../../locale/strings.ts'

export const evidenceStrings = defineStrings(
  {
    title: '确认、演练与培训',
    note: '爆发前逐项过；谁确认，记谁的名字',
    by: (day: string) => `${day} 前`,
    confirm: '确认',
    hold: '登记演练',
    attendance: '登记到场',
    evidence: '依据',
    lessons: '经过与改进',
    present: (n: string, least: string) => `${n} / ${least} 人`,
    names: '到场人员与成绩',
    namesHelp: (score: string) => `一行一人：姓名 成绩；及格 ${score} 分`,
    wrongLine: (line: string) => `看不懂“${line}”：写成 姓名 成绩`,
  },
  {
    title: 'Confirmations, drills, training',
    note: 'One by one before the burst; whoever confirms is named',
    by: (day) => `by ${day}`,
    confirm: 'Confirm',
    hold: 'Note a drill',
    attendance: 'Attendance',
    evidence: 'What it rests on',
    lessons: 'What happened, what to improve',
    present: (n, least) => `${n} / ${least} people`,
    names: 'Who was there, with the score',
    namesHelp: (score) => `One a line: name score; ${score} passes`,
    wrongLine: (line) => `"${line}" is not understood: write name score`,
  },
)
