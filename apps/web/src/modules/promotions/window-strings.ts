import { defineStrings } from '../../locale/strings.ts'

export const windowStrings = defineStrings(
  {
    from: '开始',
    until: '结束',
    wrongWindow: '结束要晚于开始',
    needed: '请填写',
  },
  {
    from: 'Begins',
    until: 'Ends',
    wrongWindow: 'The end must be after the beginning',
    needed: 'Needed',
  },
)
