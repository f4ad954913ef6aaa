package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where an address lies. The codes are the sandbox's own. */
record Place(Area district, Area city, Area state, Area country) {

    private static final Area CHINA = new Area("CN", new LocalizedName("中国", "China"));

    static final Place BEIJING = new Place(
            new Area("CN_110108", new LocalizedName("海淀区", "Haidian")),
            new Area("CN_1101", new LocalizedName("北京", "Beijing")),
            new Area("CN_11", new LocalizedName("北京", "Beijing")),
            CHINA);

    static final Place SHENZHEN = new Place(
            new Area("CN_440305", new LocalizedName("南山区", "Nanshan")),
            new Area("CN_4403", new LocalizedName("深圳", "Shenzhen")),
            new Area("CN_44", new LocalizedName("广东", "Guangdong")),
            CHINA);

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("district", district.fields());
        fields.put("city", city.fields());
        fields.put("state", state.fields());
        fields.put("country", country.fields());
        return fields;
    }

    record Area(String code, LocalizedName name) {
        Map<String, Object> fields() {
            return Map.of("code", code, "name", name.fields());
        }
    }
}
