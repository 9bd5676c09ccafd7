import { defineStrings } from '../../locale/strings.ts'

/** Words that every form and dialog of the settings shares. */
export const formStrings = defineStrings(
  {
    cancel: '取消',
    save: '保存',
    copy: '复制',
    done: '我已保存好',
    required: '请填写这一项',
    emailInvalid: '请填写完整的邮箱，例如 name@shop.com',
    shownOnce: '只显示这一次。关闭后无法再看到，请现在就保存到安全的地方。',
    createdAt: '创建时间',
    actions: '操作',
  },
  {
    cancel: 'Cancel',
    save: 'Save',
    copy: 'Copy',
    done: 'I have saved it',
    required: 'Please fill this in',
    emailInvalid: 'Please give a full address, such as name@shop.com',
    shownOnce: 'Shown this once. It cannot be seen again after closing; save it somewhere safe now.',
    createdAt: 'Created',
    actions: 'Actions',
  },
)
