import { defineStrings } from '../../../../locale/strings.ts'

export const actionStrings = defineStrings(
  {
    runAction: '到点动作',
    run_manual: '人工执行',
    run_checkPromotion: '检查优惠是否生效',
    run_stopPromotion: '停掉优惠',
    run_startPlaybook: '启动预案',
    playbook: '预案',
    promotion: '优惠',
    needPlaybook: '请选择预案',
    needPromotion: '请选择要停的优惠',
  },
  {
    runAction: 'At its minute',
    run_manual: 'By hand',
    run_checkPromotion: 'look whether promotions are in force',
    run_stopPromotion: 'stop a promotion',
    run_startPlaybook: 'start a playbook',
    playbook: 'Playbook',
    promotion: 'Promotion',
    needPlaybook: 'Choose a playbook',
    needPromotion: 'Choose the promotion to stop',
  },
)
