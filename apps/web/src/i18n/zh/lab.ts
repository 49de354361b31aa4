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
};
