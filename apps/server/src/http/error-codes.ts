export type ErrorEntry = { status: number; zh: string; en: string }

/**
 * Every word that can stand in `error.code` of an answer, with its HTTP status and what to tell the person who sees it.
 * `{name}` places are filled from the failure's facts. A failure may bring a message of its own (an import knows more).
 */
export const ERROR_CODES = {
  invalid_request: {
    status: 400,
    zh: '请求内容不对：{where}。请改正后重试。',
    en: 'The request is not right: {where}. Correct it and try again.',
  },
  invalid_json: {
    status: 400,
    zh: '请求体不是合法的 JSON。请检查格式后重试。',
    en: 'The body is not valid JSON. Check it and try again.',
  },
  not_forecastable: {
    status: 422,
    zh: '“{metric}”的历史不够预测（{reason}）。请先导入更多数据，或改用更细的周期。',
    en: 'There is too little history of "{metric}" to forecast it ({reason}). Import more data, or use a finer period.',
  },
  not_signed_in: {
    status: 401,
    zh: '尚未登录或登录已过期，请重新登录。',
    en: 'Not signed in, or the session has ended. Sign in again.',
  },
  wrong_credentials: {
    status: 401,
    zh: '邮箱或密码不对。请检查后重试，或请所有者重置密码。',
    en: 'E-mail or password is wrong. Check them, or ask the owner to reset the password.',
  },
  invalid_event_key: {
    status: 401,
    zh: '接入密钥无效或已停用。请在 设置 → 事件接入 新建密钥。',
    en: 'The event key is unknown or revoked. Make a new one under Settings → Event keys.',
  },
  not_permitted: {
    status: 403,
    zh: '你的角色没有这项权限（{permission}）。请联系店长开通。',
    en: 'Your role does not allow this ({permission}). Ask the head of operations.',
  },
  not_permitted_metric: {
    status: 403,
    zh: '你的角色不能查看其中的利润类指标。请去掉这些指标，或联系店长开通。',
    en: 'Your role may not see the profit metrics among these. Leave them out, or ask the head of operations.',
  },
  password_change_required: {
    status: 403,
    zh: '请先修改临时密码，再继续使用。',
    en: 'Change the temporary password first.',
  },
  cross_origin: {
    status: 403,
    zh: '为了安全，修改类请求只能从本站页面发出。',
    en: 'For safety, changes are accepted from pages of this site only.',
  },
  wrong_password: {
    status: 403,
    zh: '当前密码不对，请重新输入。',
    en: 'The current password is wrong. Enter it again.',
  },
  role_too_wide: {
    status: 403,
    zh: '不能授予超出自己权限的角色。请联系所有者。',
    en: 'You cannot give a role that may do more than your own. Ask the owner.',
  },
  unknown_store: {
    status: 404,
    zh: '没有找到店铺“{store}”，或你不在该店铺中。',
    en: 'There is no shop "{store}" that you belong to.',
  },
  not_found: { status: 404, zh: '没有找到：{what}。', en: 'Not found: {what}.' },
  partner_unbound: {
    status: 404,
    zh: '你的账号还没有关联合作方。请联系店铺在 资料 → 合作方人员 登记你的邮箱。',
    en: 'Your account belongs to no partner yet. Ask the shop to add your e-mail under Records → People of partners.',
  },
  already_set_up: {
    status: 409,
    zh: '系统已完成初始设置，请直接登录。',
    en: 'This installation already has an owner. Sign in instead.',
  },
  store_exists: {
    status: 409,
    zh: '店铺编号“{store}”已被使用，请换一个。',
    en: 'The shop id "{store}" is taken. Choose another.',
  },
  email_taken: { status: 409, zh: '这个邮箱已经有账号了。', en: 'There is already a user with this e-mail.' },
  already_member: { status: 409, zh: '这位成员已经在店铺里了。', en: 'This person is already a member of the shop.' },
  stale_version: {
    status: 409,
    zh: '这条记录刚被别人修改过。请刷新后重新保存，你的内容没有丢失。',
    en: 'Somebody changed this record in the meantime. Reload it and save again.',
  },
  duplicate_key: {
    status: 409,
    zh: '已有相同的记录：{key}。请修改后再保存。',
    en: 'There is already a record with {key}. Change it and save again.',
  },
  state_not_reachable: {
    status: 409,
    zh: '不能从“{from}”变为“{to}”。可以变为：{next}。',
    en: 'A record cannot go from "{from}" to "{to}". Possible: {next}.',
  },
  plan_approved: {
    status: 409,
    zh: '这份规划已批准（版本 {version}），不能直接修改。请先写明原因重新打开。',
    en: 'This plan is approved (version {version}). Reopen it with a reason before you change it.',
  },
  plan_not_approved: {
    status: 409,
    zh: '这份规划还没有批准的版本，不能确认或重新打开。',
    en: 'This plan has no approved version, so there is nothing to confirm or reopen.',
  },
  plan_blocked: {
    status: 409,
    zh: '还有 {count} 处错误，不能批准。请到“体检”逐条处理。',
    en: 'The plan cannot be approved while {count} findings of level error remain. See the plan check.',
  },
  finding_is_error: {
    status: 409,
    zh: '第 {number} 条是错误，不能只做确认；请改正计划。',
    en: 'Finding {number} is an error and cannot be let stand; mend the plan.',
  },
  plan_has_approved: {
    status: 409,
    zh: '批准过的规划要留档，不能删除。',
    en: 'A plan that was approved once is kept and cannot be deleted.',
  },
  plan_version_changed: {
    status: 409,
    zh: '现在批准的是版本 {version}，与你读到的不同。请重新阅读后再确认。',
    en: 'What is approved now is version {version}, not what you read. Read it again, then confirm.',
  },
  confirm_own_side: {
    status: 403,
    zh: '规划由商家或品牌方确认，代运营一方不能代为确认。',
    en: 'The merchant or the brand confirms a plan; the agency cannot do it for them.',
  },
  imports_open: {
    status: 409,
    zh: '店铺还有没结束的导入（编号 {imports}）。请等它完成或取消它，再删除个人数据。',
    en: 'Imports of the shop have not ended ({imports}). Let them finish or cancel them, then erase again.',
  },
  approval_closed: {
    status: 409,
    zh: '这项审批已经结束（{state}），不能再处理。请刷新列表。',
    en: 'This request is closed ({state}). Reload the list.',
  },
  approval_own: {
    status: 403,
    zh: '不能批准自己提出的申请，请由另一位有权限的同事处理。',
    en: 'Nobody approves their own request. Ask a colleague who may approve.',
  },
  approval_asker_lost: {
    status: 409,
    zh: '申请人已没有提出这项申请的权限，请拒绝它，或请其他人重新提出。',
    en: 'The person who asked may not ask for this any more. Refuse it, or let somebody else ask again.',
  },
  no_approver: {
    status: 409,
    zh: '店铺里没有人可以批准这项申请（{permission}）。请所有者为一位同事开通。',
    en: 'Nobody in the shop may approve this ({permission}). The owner can give a colleague a role that may.',
  },
  approval_fixed: {
    status: 409,
    zh: '“{kind}”始终需要审批，不能关闭。',
    en: 'This change ({kind}) always needs approval and cannot be switched off.',
  },
  budget_held: {
    status: 409,
    zh: '这笔支出会使预计费用率从 {before} 升到 {after}，超过上限 {ceiling}，已拦下。可减少金额，或提交审批。',
    en: 'Held: the expected fee ratio would go from {before} to {after}, above its ceiling of {ceiling}. Lower the amount, or ask for approval.',
  },
  budget_paused: {
    status: 409,
    zh: '“{line}”在“{rule}”期间（{day}）不能支出。请等阶段结束，或由负责人写明原因后放行。',
    en: 'Line "{line}" may not spend on {day}: {rule}. Wait, or have the head of operations allow it with a reason.',
  },
  budget_not_enough: {
    status: 409,
    zh: '“{line}”的 {state} 余额只有 {available}，需要 {needed}。请调减金额，或先调拨、写明超支原因。',
    en: 'Line "{line}" has {available} in state {state}, needed are {needed}. Lower the amount, transfer money first, or give a reason to overspend.',
  },
  budget_heading: {
    status: 409,
    zh: '“{line}”是汇总行，请登记到它下面的明细行。',
    en: 'Line "{line}" is a heading. Post to one of the lines below it.',
  },
  budget_reserve: {
    status: 409,
    zh: '“{line}”：备用金只能通过“申请动用”支出和归还，其他行不能当备用金用。',
    en: 'Line "{line}": a reserve is used by asking for a release only, and only a reserve can be released.',
  },
  budget_release_incomplete: {
    status: 422,
    zh: '动用备用金必须写明：{missing}。请补充后再提交。',
    en: 'A release of the reserve needs {missing}. Add it and ask again.',
  },
  budget_id_reused: {
    status: 409,
    zh: '编号“{id}”已用于另一笔内容不同的登记。请换一个编号。',
    en: 'The id "{id}" was used for something else. Use another one.',
  },
  budget_unresolved: {
    status: 409,
    zh: '预算还有 {count} 处没有理清（未分配、超出或缺金额），请先处理。',
    en: 'The budget has {count} open points (not assigned, too much, no amount). Settle them first.',
  },
  budget_not_empty: {
    status: 409,
    zh: '预算里已有 {count} 行，不能再套用模板。请先清空，或直接修改。',
    en: 'The budget has {count} lines already. Empty it first, or change them.',
  },
  budget_rule_missing: {
    status: 409,
    zh: '规划里还没有填写：{rule}，无法计算。请先填写。',
    en: 'The plan does not state this yet: {rule}. Enter it first.',
  },
  budget_not_subsidy: {
    status: 409,
    zh: '“{line}”不是补贴类预算。请选择优惠券、赠品、积分等补贴行。',
    en: 'Line "{line}" is no subsidy. Choose a line for coupons, gifts or points.',
  },
  subsidy_over: {
    status: 409,
    zh: '这批权益的有效期到 {day} 为止，之后不能再发放或使用。',
    en: 'These units were valid through {day}. None can be issued or used after it.',
  },
  subsidy_units: {
    status: 409,
    zh: '数量 {units} 超过可用的 {available}。请核对。',
    en: 'There are {available} units, not {units}. Check the figure.',
  },
  campaign_in_use: {
    status: 409,
    zh: '活动“{campaign}”已经批准过，不能删除；不再需要时请走完复盘后归档。',
    en: 'The campaign "{campaign}" was approved and cannot be removed. Put it away after its review instead.',
  },
  campaign_invalid: {
    status: 422,
    zh: '活动有 {count} 处要改正。第一处：{first}。',
    en: 'There are {count} things to correct in the campaign; the first: {first}.',
  },
  campaign_entry_refused: {
    status: 422,
    zh: '有 {count} 个原因不能这样做。第一个：{first}。',
    en: 'There are {count} reasons against it; the first: {first}.',
  },
  campaign_needs_day: {
    status: 422,
    zh: '还不知道主活动日：请选一天（模板“{template}”没有对应的日期）。',
    en: 'The main day is not known: choose one (the template "{template}" gives no date).',
  },
  campaign_illegal_move: {
    status: 409,
    zh: '活动不能从 {from} 到 {to}；下一步是 {possible}。请刷新后重试。',
    en: 'The campaign cannot go from {from} to {to}; the next step is {possible}. Reload and try again.',
  },
  campaign_too_early: {
    status: 409,
    zh: '还没到时间：这一阶段 {begins} 开始。请到时再进入，或先改阶段日期。',
    en: 'It is too early: this phase begins at {begins}. Enter it then, or change its days first.',
  },
  campaign_checks_failed: {
    status: 409,
    zh: '有 {count} 项检查没有通过。第一项：{first}。',
    en: 'There are {count} red checks; the first: {first}.',
  },
  promotion_in_use: {
    status: 409,
    zh: '促销“{promotion}”已经审批过，不能删除；需要结束时请停止它。',
    en: 'Promotion "{promotion}" was approved and cannot be removed. Stop it instead.',
  },
  promotion_findings: {
    status: 409,
    zh: '有 {count} 处错误，不能生效。第一处：{first}。',
    en: 'There are {count} errors, so it cannot go into force. See the findings; the first: {first}.',
  },
  promotion_stock_twice: {
    status: 409,
    zh: '备货里 {skus} 写了两次。请合成一行。',
    en: 'The stock of the promotion names {skus} twice. Make it one line each.',
  },
  promotion_stock_presale: {
    status: 409,
    zh: '{skus} 按预售备货，但这个促销没有预售规则。请加上预售规则，或改成普通备货。',
    en: 'No presale rule is there for the presale lots of {skus}. Add the rule or make them ordinary lots.',
  },
  promotion_stock_taken: {
    status: 409,
    zh: '{skus} 正在按店铺库存销售，不能再开一份活动库存。请先在库存里停售，或从备货里去掉。',
    en: 'The shop’s stock sells {skus} already. Close them there first, or take them out of the lots.',
  },
  promotion_ended: {
    status: 409,
    zh: '活动时间（到 {until}）已经过去。请先修改时间。',
    en: 'Its time was over at {until}. Change the time first.',
  },
  game_faults: {
    status: 422,
    zh: '玩法设置有 {count} 处问题。第一处：{first}。改好后再创建。',
    en: 'The game has {count} faults. Mend them and create it again; the first: {first}.',
  },
  game_refused: {
    status: 409,
    zh: '这一步不能进行：{why}。',
    en: 'This step is not possible: {why}. Choose another one.',
  },
  game_closed: {
    status: 409,
    zh: '这个玩法已经结束。请参加别的活动。',
    en: 'This game is closed. Choose another one.',
  },
  game_not_over: {
    status: 409,
    zh: '抽奖到 {until} 才截止，之前不能开奖。请到时再开。',
    en: 'People may enter until {until}. Close it then.',
  },
  programme_faults: {
    status: 422,
    zh: '有 {count} 处问题，什么都没有保存。第一处：{first}。',
    en: 'There are {count} faults, and nothing was stored. Mend them; the first: {first}.',
  },
  programme_refused: {
    status: 409,
    zh: '这一步不能进行：{why}。',
    en: 'This step is not possible: {why}. Choose another one.',
  },
  programme_not_open: {
    status: 409,
    zh: '这个项目还没有生效。请先提交审批并等另一人同意。',
    en: 'This programme is not open yet. Ask for it to be opened, and let a second person agree.',
  },
  programme_closed: {
    status: 409,
    zh: '这个项目已经截止，不再接受新的申请；已有的照常办理。',
    en: 'This programme is closed to new cases. Those it has go on; choose another programme.',
  },
  programme_moved_on: {
    status: 409,
    zh: '这个项目已经生效或截止，不需要再次审批。',
    en: 'This programme was opened or closed before. Nothing needs to be approved.',
  },
  programme_payout_over: {
    status: 409,
    zh: '要结算 {cents} 分，台账上只有 {openCents} 分未结。请按台账金额重新填写。',
    en: 'Only {openCents} fen are open on this account, fewer than {cents}. Enter what the ledger says.',
  },
  coupon_rule: {
    status: 409,
    zh: '规则“{rule}”不领券也能享受，不能发券。请在规则里打开“需要领券”。',
    en: 'Rule "{rule}" holds without a coupon. Make it ask for one before issuing coupons.',
  },
  coupon_no_subsidy: {
    status: 409,
    zh: '券批次“{batch}”没有关联预算行。请在发券时指定规划和补贴行。',
    en: 'Batch "{batch}" has no budget line. Name the plan and its subsidy line when coupons are issued.',
  },
  coupon_not_open: {
    status: 409,
    zh: '还没到领取时间，{from} 开始。',
    en: 'Claiming opens for this buyer at {from}. Try again then.',
  },
  coupon_closed: {
    status: 409,
    zh: '领取已结束（{until}）。',
    en: 'Claiming was over at {until}. Choose another coupon.',
  },
  coupon_none_left: {
    status: 409,
    zh: '{total} 张券已全部领完。',
    en: 'All {total} coupons are claimed. Choose another one.',
  },
  coupon_buyer_limit: {
    status: 409,
    zh: '每人限领 {perBuyer} 张，该买家已领满。',
    en: 'A buyer may claim {perBuyer} of these, and this one has. Use the claimed ones first.',
  },
  coupon_code_wrong: {
    status: 404,
    zh: '没有这个兑换码。请核对后重新输入。',
    en: 'There is no such code. Check it and type it again.',
  },
  coupon_code_used: {
    status: 409,
    zh: '这个兑换码已经用完。',
    en: 'This code has been used up. Ask for another one.',
  },
  coupon_unusable: {
    status: 409,
    zh: '券“{coupon}”现在不能用（{state}）。请换一张或去掉它。',
    en: 'Coupon "{coupon}" cannot be used now ({state}). Choose another or leave it out.',
  },
  price_changed: {
    status: 409,
    zh: '价格有变化。请按新价格重新确认。',
    en: 'The price has changed. Confirm the new one.',
  },
  points_short: {
    status: 409,
    zh: '积分不够 {points}。请少用一些。',
    en: 'There are fewer than {points} points. Use fewer.',
  },
  order_cannot: {
    status: 409,
    zh: '订单“{order}”不能这样处理：{reason}。',
    en: 'Order "{order}" cannot do this: {reason}.',
  },
  orders_waiting: {
    status: 503,
    zh: '下单的人太多，已为您排队，什么都没有扣：前面约 {ahead} 人，约 {seconds} 秒后再试。届时用同一订单号重试，并把 ticket 放在 x-order-ticket 里，位置一直保留。',
    en: 'Too many orders at once; nothing was taken and you have a place: about {ahead} before you, try again in about {seconds} s. Send the same order then, with the ticket in x-order-ticket; the place is kept.',
  },
  orders_full: {
    status: 503,
    zh: '下单的人太多，排队名额也满了，什么都没有扣。请 {seconds} 秒后用同一订单号重试。',
    en: 'Too many orders at once, and the line is full; nothing was taken. Send the same order again in {seconds} s.',
  },
  order_ticket_late: {
    status: 409,
    zh: '这张排队号已经过号，什么都没有扣。请不带 x-order-ticket 重试同一订单，重新取号。',
    en: 'The number of this ticket was called too long ago; nothing was taken. Send the same order without x-order-ticket to take a new one.',
  },
  order_ticket_used: {
    status: 409,
    zh: '这张排队号已经用过，一张号只能进一次。如果上一次没有收到结果，请不带 x-order-ticket 重试同一订单，不会重复下单。',
    en: 'This ticket was used; it lets in once. If its answer was lost, send the same order without x-order-ticket: it is not placed twice.',
  },
  order_ticket_foreign: {
    status: 422,
    zh: '这张排队号不是这个店铺发给这个来源的。请核对 x-order-ticket 与 x-order-source 是否属于同一位买家，或不带 x-order-ticket 重新取号。',
    en: 'This ticket was not given to this source at this shop. Check that x-order-ticket and x-order-source belong to the same buyer, or send the order without x-order-ticket to take a number.',
  },
  orders_challenge: {
    status: 429,
    zh: '请先完成安全验证再下单：求一个数，使“{challenge}:数”的 SHA-256 前 {bits} 位为 0，放在 x-order-proof 里重试同一订单。',
    en: 'Prove that a browser stands behind this order: find a number such that SHA-256 of "{challenge}:number" begins with {bits} zero bits, and send the same order with it in x-order-proof.',
  },
  left_out: {
    status: 503,
    zh: '下单高峰，系统暂时只保交易，这项功能先停一停。请 {seconds} 秒后再试。',
    en: 'Orders need the room just now, and this is left out for a while. Try again in {seconds} s.',
  },
  orders_isolated: {
    status: 429,
    zh: '这个来源的下单请求过于频繁，已暂停 {seconds} 秒。如为误判，请由商城前端带上买家标识（x-order-source）。',
    en: 'This source asks for orders too often and is shut out for {seconds} s. If it stands for many buyers, name each in x-order-source.',
  },
  capacity_unmeasured: {
    status: 409,
    zh: '还没有压测，不知道一台机器能承受多少。请先运行 zhanggui load，或填写单机每秒订单数。',
    en: 'No load test has measured what a node keeps up with. Run zhanggui load first, or give the orders a second of a node.',
  },
  capacity_day: {
    status: 422,
    zh: '预测从 {from} 开始，最多两年，{day} 不在其中。请换一天，或直接填写当天订单数。',
    en: 'Forecasts begin on {from} and reach two years; {day} is not among them. Choose another day, or give its orders.',
  },
  order_stock_missing: {
    status: 409,
    zh: '商品“{sku}”还没有开放库存，不能下单。请先在 交易核心 里开放。',
    en: 'Product "{sku}" has no stock opened, so it cannot be ordered. Open it under Order core first.',
  },
  order_number_spent: {
    status: 409,
    zh: '订单号“{order}”上次下单没有成功，占用的优惠已退回；一个号只判一次，重复请求才不会占两次库存。请换一个新的订单号再下单。',
    en: 'Order number "{order}" was refused before and what it held was given back. A number is decided once, so that a repeat holds nothing twice: order again under a new number.',
  },
  warehouse_short: {
    status: 409,
    zh: '仓“{warehouse}”的“{sku}”只剩 {left} 件，不够这个包裹的 {units} 件，什么都没有改。请从别的仓发，或先在 发货仓 里补库存。',
    en: 'Warehouse "{warehouse}" has {left} of "{sku}", too few for the {units} of this parcel; nothing was changed. Send it from another one, or add stock under Warehouses.',
  },
  order_unverified: {
    status: 409,
    zh: '订单“{order}”要先通过二次验证才能付款，请在 {until} 之前输入验证码。',
    en: 'Order "{order}" has to pass a second check before it is paid. Enter the code before {until}.',
  },
  risk_few_labels: {
    status: 409,
    zh: '已标注的订单太少：需要至少 {needFrauds} 个欺诈和 {needOrders} 个正常订单，现有 {frauds} 和 {orders}。请先标注或导入拒付。',
    en: 'Too few labelled orders: {needFrauds} frauds and {needOrders} honest ones are needed, there are {frauds} and {orders}. Label orders or import chargebacks first.',
  },
  payment_not_due: {
    status: 409,
    zh: '订单“{order}”现在没有要付的款（{stage}）。请刷新后查看。',
    en: 'Order "{order}" owes nothing now ({stage}). Refresh and look.',
  },
  payment_no_provider: {
    status: 409,
    zh: '没有启用的支付服务商。请先在 设置 → 支付服务商 里添加并启用。',
    en: 'No payment provider is switched on. Add one under Settings → Payment providers.',
  },
  payment_unavailable: {
    status: 503,
    zh: '支付服务商（{tried}）暂时没有响应，没有重复扣款。请 {seconds} 秒后再付。',
    en: 'The payment providers ({tried}) do not answer; nothing is charged twice. Pay again in {seconds} s.',
  },
  payment_under_way: {
    status: 409,
    zh: '订单“{order}”正在付款，请稍候查看结果。',
    en: 'Order "{order}" is being paid. Wait for the result.',
  },
  order_moved: {
    status: 409,
    zh: '订单“{order}”已是“{state}”，不能再这样处理。',
    en: 'Order "{order}" is {state} by now, so this cannot be done. Look at its state first.',
  },
  order_no_deposit: {
    status: 409,
    zh: '订单“{order}”没有定金，请直接付款。',
    en: 'Order "{order}" asks for no deposit. Pay it at once.',
  },
  balance_not_open: {
    status: 409,
    zh: '尾款 {from} 才开始付，请到时再付。',
    en: 'The balance can be paid from {from} on. Pay it then.',
  },
  return_policy_set: {
    status: 409,
    zh: '订单“{order}”的前一次退款按“{policy}”算，之后的退款要用同一种算法。请去掉 policy 后重试。',
    en: 'Order "{order}" had a return by "{policy}", and an order has one way of reckoning. Leave the policy out and try again.',
  },
  return_refused: {
    status: 422,
    zh: '这次退款不能办，什么都没有改。{first}。',
    en: 'This return cannot be carried out, and nothing was changed: {first}. Correct it and try again.',
  },
  owner_stays: { status: 409, zh: '不能停用或删除所有者。', en: 'The owner cannot be disabled or removed.' },
  unknown_host: {
    status: 421,
    zh: '本服务不认识地址“{host}”。如果前面有反向代理，请把 ZHANGGUI_PUBLIC_URL 设为用户访问的地址。',
    en: 'This server does not go by the name "{host}". Behind a reverse proxy, set ZHANGGUI_PUBLIC_URL to the address people type.',
  },
  payload_too_large: {
    status: 413,
    zh: '内容太大，请拆分后再传。',
    en: 'The body is too large. Split it and send again.',
  },
  unsupported_media_type: {
    status: 415,
    zh: '不支持的内容类型，请使用 application/json。',
    en: 'Unsupported content type. Use application/json.',
  },
  invalid_data: {
    status: 422,
    zh: '有 {count} 处填写不对，请按提示修改。',
    en: 'Some values are not right ({count}). See the notes at the fields.',
  },
  cart_faults: {
    status: 422,
    zh: '购物车有 {count} 处不对，没有计价，请逐处改正。第一处：{first}。',
    en: 'The cart has {count} faults and was not priced. Correct each; the first: {first}.',
  },
  rule_faults: {
    status: 422,
    zh: '规则有 {count} 处不对，没有计价，请逐处改正。第一处：{first}。',
    en: 'The rules have {count} faults, so nothing was priced. Correct each; the first: {first}.',
  },
  plan_invalid: {
    status: 422,
    zh: '计划里有 {count} 处前后不符，什么都没有保存。第一处：{where}。',
    en: 'The plan does not fit together in {count} places; nothing was saved. The first: {where}.',
  },
  unreadable_file: {
    status: 422,
    zh: '无法读取文件：{reason}。请另存为 CSV 或 XLSX 后重试。',
    en: 'The file cannot be read: {reason}. Save it as CSV or XLSX and try again.',
  },
  unreadable_calendar: {
    status: 422,
    zh: '这不是可以读取的日历文件（{reason}）。请从日历软件导出 .ics 后重试。',
    en: 'This is no calendar file that can be read ({reason}). Export an .ics from your calendar and try again.',
  },
  clock_instant: {
    status: 422,
    zh: '时间不能晚于现在，也不能早于计时开始。请改正后重试。',
    en: 'The time must not be ahead of now or before the clock began. Correct it and try again.',
  },
  clock_no_pause: {
    status: 422,
    zh: '这个时限的任何一步都不因“{reason}”暂停。请改选其他原因，或请店长在 设置 → 时限目标 中放开。',
    en: 'No step of this deadline is paused by "{reason}". Choose another reason, or have it allowed under Settings → Targets of deadlines.',
  },
  clock_paused: {
    status: 409,
    zh: '已因“{reason}”暂停，不必再暂停一次。',
    en: 'It is paused by "{reason}" already; there is nothing to do.',
  },
  clock_not_paused: {
    status: 409,
    zh: '此刻并没有因“{reason}”暂停。请刷新后查看。',
    en: 'It is not paused by "{reason}" at that time. Refresh to see where it stands.',
  },
  clock_step_not_open: {
    status: 409,
    zh: '步骤“{step}”此刻没有在计时。请刷新后查看。',
    en: 'The step "{step}" is not running at that time. Refresh to see where it stands.',
  },
  clock_stopped: {
    status: 409,
    zh: '这个时限已经结束。如事情还没完，请先重新打开。',
    en: 'This deadline has ended. Reopen it first when the matter is not done.',
  },
  clock_not_stopped: {
    status: 409,
    zh: '这个时限还在进行，不必重新打开。',
    en: 'This deadline is still running; there is nothing to reopen.',
  },
  clock_ends_elsewhere: {
    status: 409,
    zh: '呼叫要在“值班”里接单，商家预警要在“商家预警”里提交预案，时限随之结束。请到那里处理。',
    en: 'A page is taken under Duty and a plan is filed under Merchant warnings; the deadline ends with it. Do it there.',
  },
  page_taken: {
    status: 409,
    zh: '已有同事接单，请刷新后查看是谁。',
    en: 'A colleague has taken it already. Refresh to see who.',
  },
  unknown_report: {
    status: 404,
    zh: '没有叫“{report}”的报告；可用：{known}。',
    en: 'There is no report "{report}"; there are: {known}.',
  },
  unknown_report_period: {
    status: 400,
    zh: '报告 {report} 没有“{period}”这个时段，应写成 {example} 的样子。',
    en: 'Report {report} has no period "{period}"; write one like {example}.',
  },
  decision_incomplete: {
    status: 400,
    zh: '决议要有负责人与期限，才能跟踪；请补上再保存。',
    en: 'A decision needs an owner and a day, else nobody follows it up; add both.',
  },
  survey_without_questions: {
    status: 409,
    zh: '这份调研还没有题目；请先在“调研题目”里登记，再导入答卷。',
    en: 'This survey has no questions yet; add them under “Survey questions”, then import answers.',
  },
  change_without_answers: {
    status: 400,
    zh: '没有答卷要求这项改动；请选一个有人选过的选项，或写明所依据的答卷编号。',
    en: 'No answer asks for this change; choose an option that was picked, or name the answers it rests on.',
  },
  pdf_unavailable: {
    status: 501,
    zh: '这台机器上没有可用的 Chromium，写不了 PDF。请安装 Chromium 或设置 CHROMIUM_PATH，或先下载 Word / PPT / 网页版。',
    en: 'There is no usable Chromium on this machine, so no PDF. Install one or set CHROMIUM_PATH, or take the Word, PowerPoint or web file.',
  },
  plan_missing: {
    status: 409,
    zh: '还没有写预案。请先写好预案，再提交。',
    en: 'There is no plan yet. Write it first, then file it.',
  },
  plan_filed: {
    status: 409,
    zh: '预案已经提交，不能再改。',
    en: 'The plan has been filed and can no longer be changed.',
  },
  alert_without_past: {
    status: 422,
    zh: '“{metric}”只有当前状态，没有历史可以回放。',
    en: 'Only the present state of "{metric}" is known; there is no past to replay.',
  },
  playbook_run_over: {
    status: 409,
    zh: '这次执行已经结束（{state}），不能再操作。',
    en: 'This run is over ({state}); nothing more can be done with it.',
  },
  playbook_off: {
    status: 409,
    zh: '自动化“{playbook}”已停用：先在 现场 → 自动化 启用。',
    en: 'The playbook "{playbook}" is switched off. Switch it on under Live → Playbooks first.',
  },
  playbook_agreed: {
    status: 409,
    zh: '你已经同意过，还需要另一个人确认。',
    en: 'You have agreed already; another person has to.',
  },
  playbook_overtaken: {
    status: 409,
    zh: '等待确认期间情况已变化，什么都没有改。请重新预览后执行。',
    en: 'Things changed while it waited; nothing was written. Preview and run it again.',
  },
  playbook_changed_since: {
    status: 409,
    zh: '执行之后又被改过，不能自动撤销：{where}。请人工处理。',
    en: 'It was changed since, so it cannot be undone by itself: {where}. Put it right by hand.',
  },
  playbooks_paused: {
    status: 409,
    zh: '自动动作已全部暂停，恢复后再确认。',
    en: 'Everything automatic is paused. Resume first.',
  },
  plan_runs_already: {
    status: 409,
    zh: '预案“{plan}”正在执行：打开进行中的这一次。',
    en: 'The plan "{plan}" is running already. Open the run that is under way.',
  },
  plan_not_over: {
    status: 409,
    zh: '还不能结束：{why}。处理完再结束，或写明原因提前结束。',
    en: 'It cannot end yet: {why}. Finish it first, or say why it ends before.',
  },
  plan_step_done: {
    status: 409,
    zh: '这一步已经完成，或预案已结束。',
    en: 'This step is done already, or the plan has ended.',
  },
  drill_over: {
    status: 409,
    zh: '这次演练已经结束（{state}），不能取消。',
    en: 'This drill is over ({state}) and cannot be cancelled.',
  },
  incident_over: {
    status: 409,
    zh: '这条告警已经结束，不能再认领或指派。可以填写处理结果或评论。',
    en: 'This incident is over; nobody can take it on any more. Write its result or a comment.',
  },
  too_many_requests: {
    status: 429,
    zh: '尝试次数太多，请 {seconds} 秒后再试。',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  internal: {
    status: 500,
    zh: '服务器出错，已记录（编号 {requestId}）。请重试；如仍失败，请把编号发给技术人员。',
    en: 'The server failed; it is logged as {requestId}. Try again, or give that number to technical staff.',
  },
  intake_busy: {
    status: 503,
    zh: '事件太多，正在排队写入。请 {seconds} 秒后重发这一批。',
    en: 'Too many events are waiting to be stored. Send this batch again in {seconds} s.',
  },
  order_busy: {
    status: 503,
    zh: '促销正在变化，订单没有提交。请 {seconds} 秒后原样重试。',
    en: 'Promotions are changing, and the order was not placed. Send it again unchanged in {seconds} s.',
  },
  events_not_stored: {
    status: 503,
    zh: '这一批事件没有保存成功。请 {seconds} 秒后原样重发，不会重复计数。',
    en: 'This batch was not stored. Send it again unchanged in {seconds} s; nothing is counted twice.',
  },
  not_ready: {
    status: 503,
    zh: '服务正在启动或关闭，请稍后重试。',
    en: 'The service is starting or stopping. Try again shortly.',
  },
  trade_damaged: {
    status: 503,
    zh: '交易核心未启动：文件 {file} 第 {offset} 字节（记录 {sequence}）不可信，原因 {damage}。请按交易核心文档的“恢复”一节处理，不要删除文件。',
    en: 'The order core has not started: file {file} at byte {offset} (record {sequence}) cannot be believed, cause {damage}. Do as its documentation says under "Recovery", and delete nothing.',
  },
  trade_stopped: {
    status: 503,
    zh: '交易核心已停止。请稍后用同一编号重试；若一直如此，请重启服务。',
    en: 'The order core has stopped. Try again shortly under the same id; if it stays so, restart the server.',
  },
  trade_elsewhere: {
    status: 503,
    zh: '订单现由机房 {site} 处理。请把请求发往该机房，或稍后用同一编号重试。',
    en: 'Orders are decided at site {site}. Send the request there, or try again shortly under the same id.',
  },
  trade_site_held: {
    status: 409,
    zh: '机房 {site} 仍在处理订单，或其租约尚未到期，不能强制接管。请先停掉它，等租约到期后再试。',
    en: 'Site {site} still decides orders, or its lease has not run out. Stop it, wait for the lease to end, then try again.',
  },
  trade_no_follower: {
    status: 409,
    zh: '没有数据齐全的备用机房，不能移交。请先启动另一机房（ZHANGGUI_SITE），等它跟上。',
    en: 'No other site has every answer, so there is nobody to hand over to. Start another site (ZHANGGUI_SITE) and wait until it is in step.',
  },
  trade_one_site: {
    status: 409,
    zh: '本系统只有一个机房，无从切换。多机房的设法见“可用性”文档。',
    en: 'This installation has one site; there is nothing to switch. The page on availability says how to set up another.',
  },
  trade_loss_not_accepted: {
    status: 409,
    zh: '强制接管会丢掉本机房没有的订单。确认接受请带 acceptLoss；能等就等原机房恢复。',
    en: 'Taking over loses the orders that this site does not have. Send acceptLoss to accept that; if you can, wait for the other site.',
  },
  trade_redis_unfit: {
    status: 503,
    zh: '交易核心未启动：REDIS_URL 的 Redis 设置 {setting} 为 {found}，应为 {wanted}，否则会丢库存。请改正后重试。',
    en: 'The order core has not started: {setting} of the Redis at REDIS_URL is {found} and has to be {wanted}, or stock would be lost. Correct it and try again.',
  },
  trade_redis_newer: {
    status: 503,
    zh: '交易核心未启动：Redis 中的数据由更新的版本写入（布局 {found}，本程序为 {known}）。请先升级本程序。',
    en: 'The order core has not started: what is in Redis was written by a newer version (layout {found}, this program knows {known}). Upgrade this program first.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERROR_CODES
