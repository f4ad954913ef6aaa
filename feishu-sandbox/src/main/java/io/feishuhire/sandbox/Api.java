package io.feishuhire.sandbox;

/** A part of Feishu with paths and error codes of its own. */
enum Api {
    /** Feishu Hire has one code for every parameter that is wrong. */
    HIRE("/open-apis/hire/v1") {
        @Override
        Refused invalidParameter() {
            return Refused.with(400, 1_002_002, "parameter error");
        }

        @Override
        Refused invalidPageSize() {
            return invalidParameter();
        }

        @Override
        Refused invalidPageToken() {
            return invalidParameter();
        }
    },
    /** The pages of the contacts name codes for paging. What remains is left to the gateway's validation: a guess. */
    CONTACT("/open-apis/contact/v3") {
        @Override
        Refused invalidParameter() {
            return Refused.with(400, 99_992_402, "field validation failed");
        }

        @Override
        Refused invalidPageSize() {
            return Refused.with(400, 40_011, "page size is invalid");
        }

        @Override
        Refused invalidPageToken() {
            return Refused.with(400, 40_012, "page token is invalid");
        }
    },
    /** No call of these takes a parameter. */
    APPLICATION("/open-apis/application/v6") {
        @Override
        Refused invalidParameter() {
            return CONTACT.invalidParameter();
        }

        @Override
        Refused invalidPageSize() {
            return invalidParameter();
        }

        @Override
        Refused invalidPageToken() {
            return invalidParameter();
        }
    };

    private final String base;

    Api(String base) {
        this.base = base;
    }

    PathPattern path(String path) {
        return PathPattern.of(base + path);
    }

    abstract Refused invalidParameter();

    abstract Refused invalidPageSize();

    abstract Refused invalidPageToken();
}
