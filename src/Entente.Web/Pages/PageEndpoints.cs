using Entente.Web.Pages.Data;
using Entente.Web.Pages.Dyad;
using Entente.Web.Pages.Evidence;
using Entente.Web.Pages.Home;
using Entente.Web.Pages.Order;
using Entente.Web.Pages.Read;
using Entente.Web.Pages.Scenario;
using Entente.Web.Pages.SignIn;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages;

/// <summary>The pages, one folder each.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder app, ServeOptions options)
    {
        HomePage.Map(app);
        DyadPage.Map(app);
        EvidencePage.Map(app);
        OrderPage.Map(app);
        ReadPage.Map(app, options);
        DataPage.Map(app);
        ScenarioPage.Map(app);
        SignInPage.Map(app);
    }
}
