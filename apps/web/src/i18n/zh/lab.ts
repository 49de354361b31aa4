import type { lab as en } from "../en/lab";
import type { Twin } from "../twin";

export const lab: Twin<typeof en> = {
  title: "实验室",
  lead: "检验团队自身判断的小实验：只读取已揭晓的评审，不改动任何评分。",
  back: "全部实验",
  experiments: {
    leniency: {
      name: "评分宽严",
      asks: "谁打分偏松、谁偏严？校正之后排名会变吗？",
    },
    agreement: {
      name: "评审一致性",
      asks: "同样打 3 分，大家说的是一回事吗？哪些指标不是？",
    },
    "trade-offs": {
      name: "取舍定权重",
      asks: "回答十来道二选一，能推出怎样的权重？",
    },
    duel: {
      name: "两两对决",
      asks: "领先的几个项目，每次只比两个：您更看好哪一个？",
    },
    strategy: {
      name: "模型策略与成本",
      asks: "调用 API、微调、自研还是级联：哪种最省，从什么时候开始？",
    },
    claims: {
      name: "预言",
      asks: "当时预言了什么、何时应验？谁看得最准？",
    },
    "self-test": {
      name: "评分标准自检",
      asks: "在这组权重下，参照案例得出的教训还成立吗？",
    },
  },
  candidate: "候选项目",
  total: "总分",
  criterion: "指标",
  emptyTitle: "还没有可比较的内容",
  empty: "评审揭晓后，就会在这里进行比较。",
  more: "只读取最近揭晓的 {{count}} 个候选项目。",
  leniency: {
    mine: {
      gentle: "您打分偏松：对同样的项目，比其他人高 {{levels}} 档。",
      hard: "您打分偏严：对同样的项目，比其他人低 {{levels}} 档。",
      even: "您的尺度与其他人一致，相差不到 {{levels}} 档。",
    },
    mineOnly: "这句话只有您能看到。",
    mineUnknown_other: "您已揭晓的评审有 {{count}} 份；满 {{least}} 份后，这里会告诉您打分的松紧。",
    spread: "评审人之间的标准差为 {{reviewers}} 档，单个评分另有 {{noise}} 档的波动。",
    tooFew_other: "{{count}} 位评审人的评审不足 {{least}} 份，其评分保持不变。",
    shown: "显示的总分",
    raw: "原始",
    adjusted: "校正宽严后",
    moved: "与原始相比",
    table: "排名",
  },
  agreement: {
    explained:
      "有序档位的 Krippendorff α：1 为完全一致，0 相当于随机。达到 0.80 可以信赖，达到 0.67 需谨慎使用。",
    empty: "至少要有两人评审过同一个项目，并且已经揭晓，才能计算一致性。",
    table: "各指标的一致性",
    reading: "解读",
    units: "候选项目",
    scores: "评分数",
    is: {
      firm: "可信赖",
      tentative: "需谨慎",
      weak: "建议一起讨论档位描述",
      undefined: "评分全部相同，或评审人太少",
    },
  },
  choice: { equal: "都可以", undo: "撤回上一个回答" },
  tradeOffs: {
    question: "其他条件相同，您更想要哪一个项目？",
    progress:
      "已回答 {{count}} 题，答满 {{enough}} 题即可。别人答完之后能看到您的权重，但看不到您的回答。",
    higher_other: "{{name}}：高 {{count}} 档",
    lower_other: "{{name}}：低 {{count}} 档",
    weights: "您的权重",
    contradictions_other: "有 {{count}} 个回答与其他回答不一致：",
    contradiction: "{{won}}（{{wonSteps}} 档）优先于{{lost}}（{{lostSteps}} 档）",
    try: "按这组权重排名",
    group_other: "{{count}} 位成员的对比",
    groupTable: "各成员的权重",
    member: "成员",
    mean: "平均",
    apart: "相差",
  },
  duel: {
    question: "您更看好哪一个？",
    size: "参与对决的领先项目",
    progress_other: "已对决 {{count}} 次。别人看不到，也不会改变排名。",
    order: "您的排序",
    ranked: "当前第 {{rank}} 名",
    sure: "胜过下一名的把握为 {{share}}",
    empty: "团队排名中至少要有两个项目，才能对决。",
  },
};
